using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Tests.Datasets;

public sealed class DatasetCatalogTests : IDisposable
{
    private readonly IdxFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Folders_are_searched_from_the_named_one_to_the_cache() =>
        Assert.Equal(
            ["data", Path.Combine("data", "mine"), Path.Combine("shared", "mine"), Path.Combine("cache", "mine")],
            new DatasetFolders("data", "shared", "cache").For("mine"));

    [Fact]
    public void Folders_that_are_not_set_are_left_out() =>
        Assert.Equal([Path.Combine("cache", "mine")], new DatasetFolders(null, "", "cache").For("mine"));

    [Theory]
    [InlineData("data", "data/mine")]
    [InlineData("data/mine", "shared/mine")]
    [InlineData("shared/mine", "cache/mine")]
    [InlineData("cache/mine", "data/other")]
    public void The_first_folder_with_files_is_taken(string first, string later)
    {
        _files.WriteSet(first);
        _files.Write(Path.Combine(later, IdxFiles.TestLabels), []);

        Assert.Equal(IdxFiles.TrainingCount, Catalog().Load(Options("mine")).Training.Count);
    }

    [Fact]
    public void An_incomplete_folder_is_an_error_and_not_passed_over()
    {
        _files.WriteSet("cache/mine");
        _files.Write("shared/mine/" + IdxFiles.TestLabels, []);

        Assert.Equal("CBS0401", Assert.Throws<DataFileException>(() => Catalog().Load(Options("mine"))).Code);
    }

    [Fact]
    public void A_data_set_that_is_nowhere_names_every_folder_and_file()
    {
        var problem = Refused(Options("mine"), "CBS0412", "dataset.name");

        foreach (var folder in (string[])["data", "data/mine", "shared/mine", "cache/mine"])
            Assert.Contains(_files.At(Path.Combine(folder.Split('/'))), problem.Message, StringComparison.Ordinal);
        Assert.Contains(IdxFiles.TrainingImages, problem.Message, StringComparison.Ordinal);
        Assert.Contains(IdxFiles.TestLabels, problem.Message, StringComparison.Ordinal);
        Assert.Contains(DatasetFolders.Variable, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../mine")]
    [InlineData("a\\b")]
    public void A_name_cannot_leave_the_folders(string name) => Refused(Options(name), "CBS0412", "dataset.name");

    [Fact]
    public void The_first_samples_of_the_file_are_taken()
    {
        _files.WriteSet("cache/mine");

        var set = Catalog().Load(Options("mine") with { TrainSamples = 3, TestSamples = 3 });

        Assert.Equal([9, 0, 3], set.Training.Labels.ToArray());
        Assert.Equal(IdxFiles.Images(7)[16..(16 + 45)], set.Training.Inputs.ToArray());
        Assert.Equal(3, set.Test.Count);
    }

    [Theory]
    [InlineData("mine", 8, 4, "7", "3")]
    [InlineData("digits", 10_001, 2_001, "10000", "2000")]
    public void More_samples_than_there_are_is_a_problem_of_each_key(
        string name, int train, int test, string trainThere, string testThere)
    {
        _files.WriteSet("cache/mine");
        var options = Options(name) with { TrainSamples = train, TestSamples = test };

        var problems = Assert.Throws<ConfigurationException>(() => Catalog().Load(options)).Problems;

        Assert.Equal(["dataset.train_samples", "dataset.test_samples"], problems.Select(p => p.Path));
        Assert.All(problems, p => Assert.Equal("CBS0413", p.Code));
        Assert.EndsWith($".. {trainThere}", problems[0].Message, StringComparison.Ordinal);
        Assert.EndsWith($".. {testThere}", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_need_no_folder()
    {
        var options = Options("digits") with { TrainSamples = 33, TestSamples = 1 };

        var set = new DatasetCatalog(new DatasetFolders()).Load(options);

        Assert.Equal((28, 28, 10), (set.Width, set.Height, set.Classes));
        Assert.Equal((33, 1), (set.Training.Count, set.Test.Count));
    }

    [Fact]
    public void Digits_need_ten_classes()
    {
        var error = Assert.Throws<ConfigurationException>(() => Catalog().Load(Options("digits"), classes: 9));

        Assert.Equal("CBS0414", Assert.Single(error.Problems).Code);
    }

    [Fact]
    public void Validation_samples_are_the_end_of_the_training_samples_asked_for()
    {
        _files.WriteSet("cache/mine");
        var whole = Catalog().Load(Options("mine")).Training;

        var set = Catalog().Load(Options("mine") with { TrainSamples = 6, Validation = 2 });

        Assert.Equal((4, 2), (set.Training.Count, set.Validation.Count));
        Assert.Equal(whole.Slice(0, 4).Inputs.ToArray(), set.Training.Inputs.ToArray());
        Assert.Equal(whole.Slice(4, 2).Inputs.ToArray(), set.Validation.Inputs.ToArray());
        Assert.Equal([4, 1], set.Validation.Labels.ToArray());
    }

    [Fact]
    public void Without_validation_every_sample_is_trained_on() =>
        Assert.Equal(0, new DatasetCatalog(new DatasetFolders())
            .Load(Options("digits") with { TrainSamples = 2, TestSamples = 1 }).Validation.Count);

    [Theory]
    [InlineData("mine", 7, null)]
    [InlineData("mine", 3, 3)]
    [InlineData("mine", -1, null)]
    [InlineData("digits", 10_000, null)]
    public void Something_must_be_left_to_train_on(string name, int validation, int? samples)
    {
        _files.WriteSet("cache/mine");
        var options = Options(name) with { Validation = validation, TrainSamples = samples };

        Refused(options, "CBS0415", "dataset.validation");
    }

    [Fact]
    public void All_sets_are_shrunk_to_the_size_asked_for()
    {
        _files.WriteSet("cache/mine");

        var set = Catalog().Load(Options("mine") with { Size = 2, Validation = 1 });

        Assert.Equal((2, 2, 4), (set.Width, set.Height, set.Training.Size));
        Assert.All(new[] { set.Training, set.Test, set.Validation }, s => Assert.Equal(4 * s.Count, s.Inputs.Length));
        Assert.Equal((6, 1, 3), (set.Training.Count, set.Validation.Count, set.Test.Count));
    }

    [Theory]
    [InlineData("mine", 4)]
    [InlineData("mine", 0)]
    [InlineData("digits", 29)]
    public void Pictures_do_not_grow(string name, int size)
    {
        _files.WriteSet("cache/mine");

        Assert.Contains("pictures only shrink",
            Refused(Options(name) with { Size = size }, "CBS0416", "dataset.size").Message, StringComparison.Ordinal);
    }

    private static DatasetOptions Options(string name) => new() { Name = name };

    private DatasetCatalog Catalog() =>
        new(new DatasetFolders(_files.At("data"), _files.At("shared"), _files.At("cache")));

    private Problem Refused(DatasetOptions options, string code, string path)
    {
        var problem = Assert.Single(Assert.Throws<ConfigurationException>(() => Catalog().Load(options)).Problems);
        Assert.Equal((code, path), (problem.Code, problem.Path));
        return problem;
    }
}
