namespace CrossbarSim.Simulator.Tests.Downloads;

/// <summary>How the test server answers one request.</summary>
internal sealed record Reply
{
    /// <summary>The whole file, of which a range may be asked for.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Status; 200 becomes 206 or 416 where a range is asked for.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Send everything, whatever range is asked for.</summary>
    public bool IgnoresRange { get; init; }

    /// <summary>Cut the connection after so many bytes of this answer.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Fall silent after so many bytes of this answer.</summary>
    public int? SilentAfter { get; init; }

    /// <summary>Do not say how long the answer is.</summary>
    public bool HidesLength { get; init; }

    /// <summary>Tag of the file's version, with its quotes.</summary>
    public string? Tag { get; init; }
}
