using CrossbarSim.Simulator.Tests.Commands;
using CrossbarSim.Simulator.Tests.Downloads;

namespace CrossbarSim.Simulator.Tests.Surroundings;

/// <summary>
/// Every verb that writes, where it cannot: one line that says why, and nothing half-written. The folders have
/// spaces and letters of other scripts in their names.
/// </summary>
public sealed class HostileDiskTests(Writers writers) : ScratchFolder, IClassFixture<Writers>
{
    [Theory]
    [MemberData(nameof(Writers.Verbs), MemberType = typeof(Writers))]
    public void A_full_disk_is_told_and_no_file_is_half_written(string verb)
    {
        using var disk = SmallDisk.Mount(Folder, Writers.SmallDisk(verb));
        using var server = new LoopbackServer(_ => new Reply { Body = new byte[1 << 20] });

        var result = Cli.Run([.. writers.Arguments(verb, In("öut 出"), server.Address.AbsoluteUri)]);

        AssertOneLine(result, 1, ": error CBS0901: no space is left on the disk");
        Assert.StartsWith(In("öut 出"), result.Errors, StringComparison.Ordinal);
        AssertWhole(verb);
    }

    [Theory]
    [MemberData(nameof(Writers.Verbs), MemberType = typeof(Writers))]
    public void A_read_only_folder_is_told_and_left_as_it_is(string verb)
    {
        using var disk = SmallDisk.Mount(Folder, Writers.SmallDisk(verb));
        Directory.CreateDirectory(In("há"));
        disk.Freeze();

        foreach (var folder in new[] { In("há"), In("há/new") })
        {
            var result = Cli.Run([.. writers.Arguments(verb, folder)]);
            AssertOneLine(result, 1, ": error CBS0902: the file system is read-only");
            Assert.StartsWith(folder, result.Errors, StringComparison.Ordinal);
        }

        Assert.Equal([In("há")], Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(Writers.Verbs), MemberType = typeof(Writers))]
    public void A_file_where_a_folder_belongs_is_told_and_kept(string verb)
    {
        var file = Write("a filé", "mine");

        foreach (var folder in new[] { file, Path.Combine(file, "below") })
            AssertOneLine(
                Cli.Run([.. writers.Arguments(verb, folder)]), 3, $"{file} is a file; give a folder", "error CBS0524: ");

        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Writers.Verbs), MemberType = typeof(Writers))]
    public void A_path_that_is_too_long_is_told(string verb)
    {
        AssertOneLine(
            Cli.Run([.. writers.Arguments(verb, In(new string('ü', 300)))]), 1, "is too long", "error CBS0903: ");
        Assert.Empty(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public void A_run_that_met_a_full_disk_goes_on_to_the_same_bytes_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(Folder, Writers.SmallDisk("train"));
        Assert.Equal(1, Cli.Run([.. writers.Arguments("train", In("run"))]).ExitCode);
        disk.Grow(4096);

        var result = Cli.Run("train", "--resume", In("run"), "-q");

        Assert.True(result.ExitCode == 0, result.Errors);
        foreach (var name in new[] { "epochs.csv", "state.h5" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(writers.Run, name)), File.ReadAllBytes(In($"run/{name}")));
    }

    // What is there is what a healthy disk would hold, to the byte; parts of a download are named so.
    private void AssertWhole(string verb)
    {
        if (verb == "data")
        {
            Assert.All(Files(), file => Assert.Matches(@"\.gz\.part(\.from)?$", file));
            return;
        }

        Assert.DoesNotContain(
            Directory.GetDirectories(Folder, "*", SearchOption.AllDirectories),
            folder => !Directory.EnumerateFileSystemEntries(folder).Any());
        var healthy = Directory.CreateTempSubdirectory().FullName;
        Cli.Run([.. writers.Arguments(verb, Path.Combine(healthy, "öut 出"))]);
        foreach (var file in Files().Where(f => Path.GetFileName(f) is not ("run.log" or "timing.csv")))
        {
            var whole = File.ReadAllText(Path.Combine(healthy, Path.GetRelativePath(Folder, file)));
            // Of a table there are the rows so far.
            Assert.StartsWith(File.ReadAllText(file), whole, StringComparison.Ordinal);
            if (Path.GetFileName(file) != "epochs.csv") Assert.Equal(whole, File.ReadAllText(file));
        }

        Directory.Delete(healthy, recursive: true);
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories);

    private static void AssertOneLine(CliResult result, int exitCode, string end, string start = "")
    {
        Assert.True(result.ExitCode == exitCode, $"{result.ExitCode}: {result.Errors}");
        Assert.Equal("", result.Output);
        var line = result.Errors.TrimEnd();
        Assert.DoesNotContain('\n', line);
        Assert.StartsWith(start, line, StringComparison.Ordinal);
        Assert.Contains(end, line, StringComparison.Ordinal);
    }
}
