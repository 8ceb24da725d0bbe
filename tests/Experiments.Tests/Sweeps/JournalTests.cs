using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Experiments.Tests.Sweeps;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal").FullName;

    private string File => Path.Combine(_folder, "a.journal");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_appended_is_read_sorted_and_once()
    {
        using (var journal = Journal.Open(File)) journal.Append([Record(7), Record(2)]);
        using (var journal = Journal.Open(File)) journal.Append([Record(5), Record(7)]);

        Assert.Equal([2, 5, 7], Indexes());
        Assert.Equal(Record(5).Text, Sorted().Single(record => record.Index == 5).Text);
    }

    // A kill or a power cut may leave any part of the last record, or other bytes where it should be.
    [Fact]
    public void A_file_cut_anywhere_holds_every_record_before_the_cut_and_can_be_appended_to()
    {
        using (var journal = Journal.Open(File)) journal.Append([Record(1), Record(2)]);
        var (whole, first) = (System.IO.File.ReadAllBytes(File), (int)JournalReader.Read(File).First().End);
        for (var length = 0; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            using (var journal = Journal.Open(File)) journal.Append([Record(9)]);
            Assert.Equal(length < first ? [9] : [1, 9], Indexes());
        }
    }

    [Fact]
    public void A_changed_byte_ends_the_journal_before_its_record()
    {
        using (var journal = Journal.Open(File)) journal.Append([Record(1), Record(2)]);
        var (whole, first) = (System.IO.File.ReadAllBytes(File), (int)JournalReader.Read(File).First().End);
        for (var at = first; at < whole.Length; at++)
        {
            var broken = whole.ToArray();
            broken[at] ^= 1;
            System.IO.File.WriteAllBytes(File, broken);
            Assert.Equal([1], Indexes());
        }
    }

    private long[] Indexes() => [.. Sorted().Select(record => record.Index)];

    private List<PointRecord> Sorted()
    {
        var index = new JournalIndex();
        index.Add(File);
        return [.. index.Sorted()];
    }

    private static PointRecord Record(long index) => new(index, "0123456789abcdef", $"ok,{index}\n1.5,16\n0,1,2\n1,2,3\n");
}
