namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What ends a line that is sent; lines that come may end with any of them.</summary>
public enum LineEnd
{
    /// <summary>Line feed.</summary>
    Lf,

    /// <summary>Carriage return.</summary>
    Cr,

    /// <summary>Carriage return, then line feed.</summary>
    Crlf,
}
