namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>What one cell came to.</summary>
/// <param name="Up">Rising pulses.</param>
/// <param name="Down">Falling pulses.</param>
/// <param name="Reading">Counts of the last reading.</param>
/// <param name="Result">See <see cref="CellResult"/>.</param>
public readonly record struct ProgramReplyEntry(byte Up, byte Down, ushort Reading, byte Result)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Bytes = 5;

    /// <summary>Writes all fields.</summary>
    public void Write(PayloadWriter writer) => writer.U8(Up).U8(Down).U16(Reading).U8(Result);

    /// <summary>Reads all fields.</summary>
    public static ProgramReplyEntry Read(ref PayloadReader reader) =>
        new(reader.U8(), reader.U8(), reader.U16(), reader.U8());
}
