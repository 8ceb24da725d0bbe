using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class FileCheckTests
{
    [Fact]
    public void Every_shipped_file_is_valid()
    {
        var result = FileCheck.Run(Repository.ShippedFiles);

        // Its source says that steps spread by 0.7125, with which many of its devices know only their ends.
        var expected = Assert.Single(result.Rendered);
        Assert.Matches(@"reram-array-hfo2-gong-2022\.yaml:\d+:\d+: warning CBS0242: .* would cross 1\.96 windows", expected);
        Assert.Equal(0, result.ExitCode);
        Assert.True(Repository.ShippedFiles.Count() >= 14);
    }

    [Fact]
    public void Every_shipped_device_is_a_preset()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "configs", "devices"), "*.yaml");

        Assert.Equal(files.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal), DevicePresets.Names);
        Assert.All(DevicePresets.Names, name => Assert.Equal(name, DeviceLoader.Load(name).OrThrow().Name));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_a_problem()
    {
        var result = FileCheck.Run(["nowhere.yaml", Repository.ShippedFiles.First()]);

        Assert.Equal(["nowhere.yaml: error CBS0107: there is no such file"], result.Rendered);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData("law: linear\ngmin: 1 uS\ngmax: 2 uS\n", "this is a device, by its key law, where an experiment is expected")]
    [InlineData("experiment: a.yaml\naxes: []\n", "this is a sweep, by its key experiment, where an experiment is expected")]
    [InlineData("port: COM3\n", "this is a board, by its key port, where an experiment is expected")]
    public void A_file_of_another_kind_is_one_problem(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var problem = Assert.Single(ExperimentLoader.Load(folder.Write("other.yaml", text), []).Problems);

        Assert.Equal(("CBS0121", message), (problem.Problem.Code, problem.Problem.Message));
    }

    [Fact]
    public void An_experiment_is_no_device_alone_or_in_another()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("run.yaml", "dataset: { name: digits }\nnetwork: { layers: [784, 10] }\ndevice: run.yaml\n");

        Assert.Equal("CBS0121", Assert.Single(DeviceLoader.Load(file).Problems).Problem.Code);
        Assert.Contains("CBS0121", ExperimentLoader.Load(file, []).Problems.Select(p => p.Problem.Code));
    }

    [Fact]
    public void A_folder_is_a_problem()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal([$"{folder.Path}: error CBS0107: this is a folder; give a file"], FileCheck.Run([folder.Path]).Rendered);
    }

    [Fact]
    public void A_file_above_ten_megabytes_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("large.yaml", new string('#', SourceFiles.LargestBytes + 1));

        Assert.Equal([$"{file}: error CBS0105: the file is larger than 10 MB: this is no configuration"],
            FileCheck.Run([file]).Rendered);
    }
}
