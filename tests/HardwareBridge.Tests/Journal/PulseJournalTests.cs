using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Tests.Link;

namespace CrossbarSim.HardwareBridge.Tests.Journal;

public sealed class PulseJournalTests : IDisposable
{
    private static readonly WaveformRecord Waveform = new(1.2, 1e-6, -1.1, 1e-6, 0);
    private static readonly BoardIdentity Identity = new("emulated", 1001, 1, 8, 8, BoardCapabilities.None);

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void What_was_written_is_read_again()
    {
        Write();
        var contents = JournalContents.Read(_file);
        Assert.Equal(0, contents.Torn);
        Assert.Equal(7, contents.Records.Count);
        Check(contents.State);
        Assert.Equal((5, 7), (contents.State.Ledger[new(1, 2)].P, contents.State.Ledger[new(0, 0)].P));
    }

    [Fact]
    public void A_line_is_json_with_a_time_a_clock_and_a_checksum()
    {
        Write();
        var line = File.ReadLines(_file).ElementAt(2);
        Assert.Matches("""^\{"kind":"intent","utc":"2\d\d\d-.*","monotonic_ns":\d+,"nonce":7,"sequence":3,"comm""", line);
        Assert.Matches("""\,"cells":\[\[1,2,3\],\[0,0,-2\]\],"crc":"[0-9A-F]{4}"\}$""", line);
    }

    [Fact]
    public void A_journal_goes_on_where_it_ended()
    {
        Write();
        using (var journal = PulseJournal.Open(_file, TimeProvider.System))
        {
            Check(journal.State);
            journal.Append(Intent(5));
        }

        var state = JournalContents.Read(_file).State;
        Assert.Equal((ushort)5, state.Outstanding!.Sequence);
        Assert.Equal(8, state.Records);
    }

    [Fact]
    public void Torn_at_any_byte_it_is_what_it_was_after_its_last_whole_line()
    {
        Write();
        var bytes = File.ReadAllBytes(_file);
        var ends = bytes.Index().Where(item => item.Item == '\n').Select(item => item.Index + 1).Prepend(0).ToList();
        for (var length = 0; length <= bytes.Length; length++)
        {
            byte[] torn = [.. bytes.AsSpan(0, length), .. new byte[length % 3 * 100]];
            var contents = JournalContents.Parse("torn", torn);
            var whole = ends.Last(end => end <= length);
            Assert.Equal((whole, length - whole, ends.IndexOf(whole)), (contents.Length, contents.Torn, contents.Records.Count));
        }
    }

    [Fact]
    public void A_torn_journal_is_opened_cut_and_continued()
    {
        Write();
        var bytes = File.ReadAllBytes(_file);
        File.WriteAllBytes(_file, [.. bytes, .. "{\"kind\":\"inte"u8]);
        using (var journal = PulseJournal.Open(_file, TimeProvider.System))
        {
            Assert.Equal(13, journal.Torn);
            journal.Append(Intent(9));
        }

        Assert.Equal(bytes, File.ReadAllBytes(_file)[..bytes.Length]);
        Assert.Equal((ushort)9, JournalContents.Read(_file).State.Outstanding!.Sequence);
    }

    [Fact]
    public void While_it_is_written_it_can_be_read_but_not_written_by_another()
    {
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        journal.Append(Session());
        journal.Append(Intent(1));
        Assert.Equal((ushort)1, JournalContents.Read(_file).State.Outstanding!.Sequence);
        var refused = Assert.Throws<BoardException>(() => PulseJournal.Open(_file, TimeProvider.System));
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_damage_before_the_end_is_refused_with_its_line()
    {
        Write();
        var bytes = File.ReadAllBytes(_file);
        bytes[100] ^= 1;
        var refused = Assert.Throws<BoardException>(() => JournalContents.Parse("a.jsonl", bytes));
        Assert.Equal("CBS1309", refused.Code);
        Assert.StartsWith("a.jsonl:1: the journal is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_out_of_order_are_refused()
    {
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        Assert.Throws<BoardException>(() => journal.Append(Done(1, 1, 0)));
        journal.Append(Intent(1));
        Assert.Throws<BoardException>(() => journal.Append(Intent(2)));
        Assert.Throws<BoardException>(() => journal.Append(Done(2, 1, 0)));
    }

    [Fact]
    public void Uncertain_pulses_leave_P_in_doubt_until_it_is_set_again()
    {
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        journal.Append(new StartRecord([0, 0, 2, 3], [5, 5, 5, 5, 5, 5]));
        journal.Append(Intent(1));
        journal.Append(new OutcomeRecord(7, 1, OutcomeResult.Uncertain, default, default));
        Assert.Equal([new Cell(0, 0), new Cell(1, 2)], journal.State.Ledger.Uncertain);
        Assert.Null(journal.State.Ledger[new(1, 2)].P);
        Assert.Equal((0, 3), (journal.State.Ledger[new(1, 2)].Up, journal.State.Ledger[new(1, 2)].Doubtful));
        journal.Append(new StartRecord([1, 2, 1, 1], [8]));
        Assert.Equal((8, 3), (journal.State.Ledger[new(1, 2)].P, journal.State.Ledger[new(1, 2)].Worst));
        Assert.Equal([new Cell(0, 0)], journal.State.Ledger.Uncertain);
    }

    [Fact]
    public void Signs_come_back_as_they_are_sent()
    {
        var intent = new IntentRecord(7, 1, PulseCommand.Block, Waveform)
        {
            Block = [2, 3, 2, 3],
            Signs = [0b00_10_01_00, 0b0000_10_01],
        };
        Assert.Equal([new(2, 4, 1), new(2, 5, -1), new(3, 4, 1), new(3, 5, -1)], intent.Pulses);
    }

    [Fact]
    public void No_bytes_make_the_reader_fail_otherwise_than_by_saying_so()
    {
        Write();
        var bytes = File.ReadAllBytes(_file);
        for (var k = 0; k < 10_000; k++)
        {
            var damaged = (byte[])bytes.Clone();
            var noise = FramesTests.Bytes(k, 8);
            for (var n = 0; n < noise.Length; n++) damaged[(noise[n] * 7919 + k * 31 + n) % damaged.Length] = noise[n];
            try
            {
                Assert.InRange(JournalContents.Parse("fuzz", damaged).Length, 0, damaged.Length);
            }
            catch (BoardException)
            {
                // Damage that is seen: what the reader is for.
            }
        }
    }

    private void Write()
    {
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        journal.Append(Session());
        journal.Append(new StartRecord([0, 0, 2, 3], [9, 9, 9, 2, 2, 2]));
        journal.Append(Intent(3));
        journal.Append(Done(3, 3, 2));
        journal.Append(Intent(4));
        journal.Append(new OutcomeRecord(7, 4, OutcomeResult.NotDone, default, default));
        journal.Append(new ReadingRecord([[1, 2]], [3e-6]));
    }

    private static void Check(JournalState state)
    {
        Assert.Null(state.Outstanding);
        Assert.Equal(new BoardTotals(3, 2), state.Board);
        Assert.Equal(new BoardTotals(3, 2), state.Ledger.Totals);
    }

    private static SessionRecord Session() => new(1, "memory", Identity, 7, 0, default);

    private static IntentRecord Intent(ushort sequence) =>
        new(7, sequence, PulseCommand.List, Waveform) { Cells = [[1, 2, 3], [0, 0, -2]] };

    private static OutcomeRecord Done(ushort sequence, int up, int down) =>
        new(7, sequence, OutcomeResult.Done, new PulseOutcome(up, down, PulseStop.Done), new BoardTotals(up, down));
}
