namespace CrossbarSim.Simulator.Bench;

/// <summary>What <c>bench</c> was asked to measure; an empty list stands for everything that the machine suggests.</summary>
internal sealed record BenchOptions
{
    /// <summary>Names of backends.</summary>
    public IReadOnlyList<string> Backends { get; init; } = [];

    /// <summary>Names of measurements (<see cref="Measurements"/>).</summary>
    public IReadOnlyList<string> Measurements { get; init; } = [];

    /// <summary>Names of rules (<see cref="BenchedRule"/>).</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Sizes of mini-batches.</summary>
    public IReadOnlyList<int> Batches { get; init; } = [];

    /// <summary>Numbers of networks that train together.</summary>
    public IReadOnlyList<int> Replicas { get; init; } = [];

    /// <summary>Numbers of threads.</summary>
    public IReadOnlyList<int> Threads { get; init; } = [];

    /// <summary>How often each point is measured; the median counts.</summary>
    public int Repeats { get; init; } = RepeatsOf(quick: false);

    /// <summary>Whether a few seconds must do: fewer samples, each point once.</summary>
    public bool Quick { get; init; }

    /// <summary>Folder of data sets that the user named.</summary>
    public string? Data { get; init; }

    /// <summary>How often each point is measured, where that is not said.</summary>
    /// <param name="quick">Whether a few seconds must do.</param>
    public static int RepeatsOf(bool quick) => quick ? 1 : 5;

    /// <summary>Samples of an epoch.</summary>
    /// <param name="quick">Whether a few seconds must do.</param>
    public static int SamplesOf(bool quick) => quick ? BenchData.EpochSamples / 10 : BenchData.EpochSamples;
}
