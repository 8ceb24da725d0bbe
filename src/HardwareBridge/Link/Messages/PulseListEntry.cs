namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Pulses of one cell.</summary>
/// <param name="Row">Row.</param>
/// <param name="Column">Column.</param>
/// <param name="Pulses">Above 0 up, below 0 down.</param>
public readonly record struct PulseListEntry(byte Row, byte Column, sbyte Pulses)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 3;

    /// <summary>Writes all fields.</summary>
    public void Write(PayloadWriter writer) => writer.U8(Row).U8(Column).I8(Pulses);

    /// <summary>Reads all fields.</summary>
    public static PulseListEntry Read(ref PayloadReader reader) => new(reader.U8(), reader.U8(), reader.I8());
}
