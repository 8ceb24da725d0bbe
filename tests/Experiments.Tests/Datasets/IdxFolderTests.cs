using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets.Idx;

namespace CrossbarSim.Experiments.Tests.Datasets;

public sealed class IdxFolderTests : IDisposable
{
    private readonly IdxFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData(".gz", false)]
    [InlineData(".gz", true)]
    public void Plain_and_compressed_files_are_read_in_both_spellings(string ending, bool dotted)
    {
        _files.WriteSet("", ending, name => dotted ? name.Replace("-idx", ".idx", StringComparison.Ordinal) : name);

        var set = Load();

        Assert.Equal((IdxFiles.Columns, IdxFiles.Rows, 10), (set.Width, set.Height, set.Classes));
        Assert.Equal((7, 3, 15), (set.Training.Count, set.Test.Count, set.Training.Size));
        Assert.Equal([9, 0, 3, 1, 4, 1, 5], set.Training.Labels.ToArray());
        Assert.Equal([2, 7, 1], set.Test.Labels.ToArray());
        Assert.Equal(IdxFiles.Images(7)[16..], set.Training.Inputs.ToArray());
        Assert.Equal(IdxFiles.Images(3)[(16 + 15)..(16 + 30)], set.Test.Input(1).ToArray());
    }

    [Fact]
    public void A_missing_file_is_named_with_every_other_that_is_missing()
    {
        _files.WriteSet();
        File.Delete(_files.At(IdxFiles.TrainingLabels));
        File.Delete(_files.At(IdxFiles.TestImages));

        var error = Fails("CBS0401", IdxFiles.TrainingLabels, null);

        Assert.Contains($"{IdxFiles.TrainingLabels}, {IdxFiles.TestImages} missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_magic_number_is_shown_beside_the_right_one()
    {
        _files.WriteSet();
        _files.Write(IdxFiles.TrainingImages, IdxFiles.Labels(1, 2, 3));

        var error = Fails("CBS0404", IdxFiles.TrainingImages, 0);

        Assert.Contains("2049", error.Message, StringComparison.Ordinal);
        Assert.Contains("2051", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Content_that_goes_on_after_its_end_is_refused(string ending)
    {
        byte[] longer = [.. IdxFiles.Images(7), 1];
        _files.WriteSet("", ending);
        _files.Write(IdxFiles.TrainingImages + ending, ending.Length > 0 ? IdxFiles.Gzip(longer) : longer);

        Fails("CBS0406", IdxFiles.TrainingImages + ending, longer.Length - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void Content_that_ends_early_is_refused_where_it_ends(string ending)
    {
        var shorter = IdxFiles.Images(7)[..^1];
        _files.WriteSet("", ending);
        _files.Write(IdxFiles.TrainingImages + ending, ending.Length > 0 ? IdxFiles.Gzip(shorter) : shorter);

        var error = Fails("CBS0405", IdxFiles.TrainingImages + ending, shorter.Length);

        Assert.Contains("104 of the 105 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 3, 5, 4)]
    [InlineData(7, 0, 5, 8)]
    [InlineData(7, 3, 0, 12)]
    [InlineData(-1, 3, 5, 4)]
    [InlineData(7, 3, -5, 12)]
    [InlineData(1, 65_537, 1, 8)]
    [InlineData(1, int.MaxValue, int.MaxValue, 8)]
    [InlineData(int.MaxValue, 256, 256, 4)]
    public void Dimensions_that_cannot_be_are_refused(int count, int rows, int columns, long position)
    {
        _files.WriteSet();
        _files.Write(IdxFiles.TrainingImages, [.. IdxFiles.Words(2051, count, rows, columns), 1, 2, 3]);

        Fails("CBS0407", IdxFiles.TrainingImages, position);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public void A_header_that_claims_much_does_not_take_memory_for_it(string ending)
    {
        var claim = IdxFiles.Words(2051, 30_000, 256, 256);
        _files.WriteSet("", ending);
        _files.Write(IdxFiles.TrainingImages + ending, ending.Length > 0 ? IdxFiles.Gzip(claim) : claim);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Fails("CBS0405", IdxFiles.TrainingImages + ending, claim.Length);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Pictures_and_labels_must_be_equally_many()
    {
        _files.WriteSet();
        _files.Write(IdxFiles.TestLabels, IdxFiles.Labels(1, 2));

        var error = Fails("CBS0408", IdxFiles.TestLabels, 4);

        Assert.StartsWith("2 labels", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 pictures", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 8)]
    [InlineData(5, 8)]
    [InlineData(1, 8)]
    public void A_label_beyond_the_classes_is_refused_at_its_byte(int classes, long position)
    {
        _files.WriteSet();

        var error = Fails("CBS0409", IdxFiles.TrainingLabels, position, classes);

        Assert.Contains($"0 .. {classes - 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_classes_than_ten_are_allowed()
    {
        _files.WriteSet();
        _files.Write(IdxFiles.TestLabels, IdxFiles.Labels(25, 10, 0));

        Fails("CBS0409", IdxFiles.TestLabels, 8, classes: 25);
        Assert.Equal(26, Load(classes: 26).Classes);
    }

    [Fact]
    public void Training_and_test_pictures_must_have_one_size()
    {
        _files.WriteSet();
        _files.Write(IdxFiles.TestImages, IdxFiles.Images(3, 5, 3));

        Fails("CBS0411", IdxFiles.TestImages, 8);
    }

    [Fact]
    public void A_file_that_another_program_holds_is_an_error_of_that_file()
    {
        _files.WriteSet();
        using var held = new FileStream(
            _files.At(IdxFiles.TestImages), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Fails("CBS0410", IdxFiles.TestImages, null);
    }

    private Experiments.Datasets.Dataset Load(int classes = 10) => IdxFolder.Load(_files.Root, "mine", classes);

    private DataFileException Fails(string code, string name, long? position, int classes = 10)
    {
        var error = Assert.Throws<DataFileException>(() => Load(classes));
        Assert.Equal((code, _files.At(name), position), (error.Code, error.File, error.Position));
        return error;
    }
}
