using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_run_has_its_parents_and_its_experiment_and_leaves_no_lock()
    {
        var folder = Path.Combine(_folder["a"], "b", "実験");

        using (var run = RunDirectory.Create(folder, "seed: 1\n")) Assert.Equal(folder, run.Paths.Folder);

        Assert.Equal(["experiment.yaml"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
        Assert.Equal("seed: 1\n"u8.ToArray(), File.ReadAllBytes(Path.Combine(folder, "experiment.yaml")));
    }

    [Theory]
    [InlineData("experiment.yaml")]
    [InlineData("epochs.csv")]
    [InlineData("timing.csv")]
    [InlineData("state.h5")]
    [InlineData("summary.json")]
    [InlineData("run.log")]
    public void A_folder_that_holds_a_run_is_refused_and_left_alone(string file)
    {
        File.WriteAllText(_folder[file], "old");

        var problem = Problem(() => RunDirectory.Create(_folder.Path, "new"));

        Assert.Equal("CBS0521", problem.Code);
        Assert.Contains("--resume", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--out", problem.Message, StringComparison.Ordinal);
        Assert.Equal([file], _folder.Files);
        Assert.Equal("old", File.ReadAllText(_folder[file]));
    }

    [Fact]
    public void Other_files_in_the_folder_do_not_matter()
    {
        File.WriteAllText(_folder["notes.txt"], "mine");

        using (RunDirectory.Create(_folder.Path, "")) Assert.True(File.Exists(_folder["notes.txt"]));
    }

    [Fact]
    public void A_second_writer_is_told_who_holds_the_run()
    {
        using (RunDirectory.Create(_folder.Path, ""))
        {
            var problem = Problem(() => RunDirectory.Open(_folder.Path));

            Assert.Equal("CBS0522", problem.Code);
            Assert.Contains(string.Create(
                CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on host {Environment.MachineName}"),
                problem.Message, StringComparison.Ordinal);
        }

        using (RunDirectory.Open(_folder.Path)) Assert.True(File.Exists(_folder["experiment.yaml"]));
    }

    [Fact]
    public void What_a_killed_process_left_does_not_lock_the_run()
    {
        File.WriteAllText(_folder["experiment.yaml"], "");
        File.WriteAllText(_folder[".lock"], "");
        File.WriteAllText(_folder[".lock-holder"], "process 1 on host elsewhere");

        using (RunDirectory.Open(_folder.Path)) Assert.Throws<ConfigurationException>(() => RunDirectory.Open(_folder.Path));

        Assert.Equal(["experiment.yaml"], _folder.Files);
    }

    [Fact]
    public void A_folder_without_a_run_cannot_be_resumed()
    {
        Assert.Equal("CBS0523", Problem(() => RunDirectory.Open(_folder.Path)).Code);
        Assert.Equal("CBS0523", Problem(() => RunDirectory.Open(_folder["absent"])).Code);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void A_file_is_not_a_folder()
    {
        File.WriteAllText(_folder["out"], "");

        Assert.Equal("CBS0524", Problem(() => RunDirectory.Create(_folder["out"], "")).Code);
    }

    [Fact]
    public void Default_names_tell_time_and_experiment_and_are_never_taken_twice()
    {
        var names = Enumerable.Range(0, 3).Select(_ => UniqueName("a/b: c µ")).ToArray();

        Assert.Equal(["20261124-153000-a-b--c-µ", "20261124-153000-a-b--c-µ-2", "20261124-153000-a-b--c-µ-3"], names);
        Assert.Equal("20261124-153000-run", UniqueName("../.."));
    }

    private string UniqueName(string name)
    {
        using var run = RunDirectory.Create(RunDirectory.UniqueFolder(_folder["runs"], name, new Clock()), "");
        return Path.GetFileName(run.Paths.Folder);
    }

    private static Problem Problem(Func<RunDirectory> open) =>
        Assert.Single(Assert.Throws<ConfigurationException>(() => open()).Problems);

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 15, 30, 0, TimeSpan.Zero);
    }
}
