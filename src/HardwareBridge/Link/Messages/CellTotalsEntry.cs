namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Pulses of one cell since boot.</summary>
/// <param name="Up">Rising.</param>
/// <param name="Down">Falling.</param>
public readonly record struct CellTotalsEntry(uint Up, uint Down)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 8;

    /// <summary>Writes all fields.</summary>
    public void Write(PayloadWriter writer) => writer.U32(Up).U32(Down);

    /// <summary>Reads all fields.</summary>
    public static CellTotalsEntry Read(ref PayloadReader reader) => new(reader.U32(), reader.U32());
}
