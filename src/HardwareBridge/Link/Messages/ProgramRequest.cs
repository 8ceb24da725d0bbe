namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Write-verify of single cells.</summary>
/// <param name="Waveform">Number.</param>
/// <param name="Hash">Of the waveform.</param>
/// <param name="Row">Added to every entry's row.</param>
/// <param name="Column">Added to every entry's column.</param>
/// <param name="Voltage">Millivolts of the reads.</param>
/// <param name="Samples">Readings averaged before each decision, 1 .. 255.</param>
/// <param name="Unit">Siemens of one count of target and tolerance.</param>
/// <param name="Tolerance">Counts.</param>
/// <param name="StepUp">Counts that a rising pulse is expected to move; 0: one pulse a decision.</param>
/// <param name="StepDown">Counts that a falling pulse is expected to move.</param>
/// <param name="MostPulses">For one cell in this command.</param>
/// <param name="MostReversals">Changes of direction of one cell.</param>
/// <param name="Cells">At most 40.</param>
public sealed record ProgramRequest(
    byte Waveform, ushort Hash, ushort Row, ushort Column, short Voltage, byte Samples, float Unit, ushort Tolerance,
    ushort StepUp, ushort StepDown, byte MostPulses, byte MostReversals,
    IReadOnlyList<ProgramEntry> Cells) : ILinkMessage<ProgramRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Waveform).U16(Hash).U16(Row).U16(Column).I16(Voltage).U8(Samples).F32(Unit).U16(Tolerance)
            .U16(StepUp).U16(StepDown).U8(MostPulses).U8(MostReversals)
            .Each(Cells, (each, entry) => entry.Write(each));

    /// <inheritdoc/>
    public static ProgramRequest Read(ref PayloadReader reader) =>
        new(
            reader.U8(), reader.U16(), reader.U16(), reader.U16(), reader.I16(), reader.U8(), reader.F32(),
            reader.U16(), reader.U16(), reader.U16(), reader.U8(), reader.U8(), CellsOf(ref reader));

    private static ProgramEntry[] CellsOf(ref PayloadReader reader)
    {
        var entries = new ProgramEntry[reader.Entries(ProgramEntry.Bytes)];
        for (var k = 0; k < entries.Length; k++) entries[k] = ProgramEntry.Read(ref reader);
        return entries;
    }
}
