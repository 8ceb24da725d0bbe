namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>A cell and its target.</summary>
/// <param name="Row">Row.</param>
/// <param name="Column">Column.</param>
/// <param name="Target">Counts.</param>
public readonly record struct ProgramEntry(byte Row, byte Column, ushort Target)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 4;

    /// <summary>Writes all fields.</summary>
    public void Write(PayloadWriter writer) => writer.U8(Row).U8(Column).U16(Target);

    /// <summary>Reads all fields.</summary>
    public static ProgramEntry Read(ref PayloadReader reader) => new(reader.U8(), reader.U8(), reader.U16());
}
