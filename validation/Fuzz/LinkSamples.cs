using System.Text;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>What a board answers, and what a journal holds.</summary>
internal static class LinkSamples
{
    /// <summary>Answers of every kind, as they come from the line.</summary>
    public static IReadOnlyList<byte[]> Answers { get; } =
    [
        Frame(MessageType.Hello, new HelloReply(1, "emulated", 1001, 7, 32, 20, 0x2F, 100, 50, 500)),
        Frame(MessageType.Status, new StatusReply(1, 7, 100, 50, 3, 2, 0, 1)),
        Frame(MessageType.Limits, new LimitsMessage(2000, 2000, 1, 1000, 0, 0, 200, 0, 300, 0, 500, 0)),
        Frame(MessageType.Waveform, new WaveformReply(0, 0x1234)),
        Frame(MessageType.PulseList, new FiredReply(20, 3, 0, 120, 53)),
        Frame(MessageType.ReadBlock, new ReadBlockReply(1e-9f, [1000, 2000, 65_535])),
        Frame(MessageType.VectorRead, new VectorReadReply(1e-12f, [100_000, -5])),
        Frame(MessageType.CellTotals, new CellTotalsReply([new(4, 5), new(6, 7)])),
        Frame((MessageType)LinkProtocol.Nak, new NakReply(13, 20)),
    ];

    /// <summary>A journal with every kind of record.</summary>
    public static byte[] Journal { get; } = WriteJournal();

    /// <summary>Reads answers as a session does.</summary>
    public static void ReadAnswers(string file)
    {
        var reader = new FrameReader();
        foreach (var frame in reader.Accept(File.ReadAllBytes(file))) ReadAll(frame.Payload.Span);
        if (reader.TakeBad() > 0) throw new BoardException("CBS1307", "damaged frames were dropped");
    }

    /// <summary>Reads a journal, and the accounts that it comes to.</summary>
    public static void ReadJournal(string file)
    {
        var contents = JournalContents.Read(file);
        _ = contents.State.Ledger.Totals;
        _ = contents.State.Plan?.Left();
        if (contents.Records.Count == 0) throw new BoardException("CBS1309", "nothing is left of it");
    }

    private static void ReadAll(ReadOnlySpan<byte> payload)
    {
        LinkPayload.Decode<HelloReply>(payload);
        LinkPayload.Decode<StatusReply>(payload);
        LinkPayload.Decode<LimitsMessage>(payload);
        LinkPayload.Decode<WaveformReply>(payload);
        LinkPayload.Decode<FiredReply>(payload);
        LinkPayload.Decode<ReadBlockReply>(payload);
        LinkPayload.Decode<VectorReadReply>(payload);
        LinkPayload.Decode<CellTotalsReply>(payload);
        LinkPayload.Decode<ProgramReply>(payload);
        LinkPayload.Decode<FormReply>(payload);
        LinkPayload.Decode<NakReply>(payload);
    }

    private static byte[] Frame<T>(MessageType type, T reply)
        where T : class, ILinkMessage<T> =>
        new LinkFrame((byte)((byte)type | 0x80), 0xBEEF, 7, LinkPayload.Encode(reply)).Encode();

    private static byte[] WriteJournal()
    {
        var file = Path.GetTempFileName();
        var wave = new WaveformRecord(1.2, 1e-6, -1.1, 1e-6, 0);
        try
        {
            using (var journal = PulseJournal.Open(file, TimeProvider.System))
            {
                journal.Append(new SessionRecord(1, "port", new BoardIdentity("emulated", 1, 1, 8, 8, 0), 5, 0, default));
                journal.Append(new StartRecord([0, 0, 1, 2], [3, 4]));
                journal.Append(PlanRecord.Of([new(1, 2, 3), new(0, 0, -5)]));
                journal.Append(new IntentRecord(5, 1, PulseCommand.List, wave) { Cells = [[1, 2, 3]], Planned = true });
                journal.Append(new OutcomeRecord(5, 1, OutcomeResult.Done, new(3, 0, PulseStop.Done), new(3, 0)));
                journal.Append(new IntentRecord(5, 2, PulseCommand.Block, wave) { Block = [0, 0, 1, 2], Signs = [0x09] });
                journal.Append(new OutcomeRecord(5, 2, OutcomeResult.Uncertain, default, default));
                journal.Append(new ReadingRecord([[0, 0], [0, 1]], [1e-6, -1]));
            }

            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A plan of pulses.</summary>
    public static byte[] Plan { get; } = Encoding.UTF8.GetBytes("row,column,pulses\n0,0,5\n1,2,-3\n\n7,7,100\n");
}
