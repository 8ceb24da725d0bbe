using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.Simulator.Boards;

/// <summary>What the user named as a board.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Port">Its port.</param>
internal sealed record BoardReference(string Text, string Port)
{
    /// <summary>The board file, or what an emulated board is; none for a port alone.</summary>
    public LinkBoardOptions? Options { get; init; }

    /// <summary>Where pulses are written down; none for emulated boards.</summary>
    public string? Journal { get; init; }

    /// <summary>Whether the board is made for this command and forgotten with it.</summary>
    public bool IsEmulated { get; init; }

    /// <summary>The options.</summary>
    /// <exception cref="BoardException">It is a port alone: CBS1310.</exception>
    public LinkBoardOptions Known => Options ?? throw new BoardException("CBS1310",
        $"{Text} is a port alone, which says neither what its devices bear nor where their journal is: "
        + "give a board file (only info and stop do without)");
}
