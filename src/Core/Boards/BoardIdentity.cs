namespace CrossbarSim.Core.Boards;

/// <summary>What a board says that it is.</summary>
/// <param name="Name">Kind of board.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
/// <param name="Capabilities">What it can do.</param>
public sealed record BoardIdentity(
    string Name, uint Serial, int Firmware, int Rows, int Columns, BoardCapabilities Capabilities)
{
    /// <summary>Whether it can do something.</summary>
    public bool Can(BoardCapabilities capability) => (Capabilities & capability) == capability;
}
