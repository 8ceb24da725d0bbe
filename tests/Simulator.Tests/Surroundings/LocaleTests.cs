using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Surroundings;

/// <summary>A user whose decimals have commas gets and gives the same files as everybody.</summary>
public sealed class LocaleTests(Writers writers) : ScratchFolder, IClassFixture<Writers>
{
    // The program asks for no cultures at all; here it is given them all the same.
    private static readonly Dictionary<string, string> German = new()
    {
        ["LC_ALL"] = "de_DE.UTF-8",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
    };

    // Times, and the version of what wrote it.
    private static readonly string[] Differing = ["run.log", "timing.csv", "summary.json"];

    [Theory]
    [InlineData("train")]
    [InlineData("curves")]
    [InlineData("plot")]
    [InlineData("predict")]
    public void Decimal_commas_reach_no_file(string verb)
    {
        SkipWithoutCultures();
        var (here, there) = (In("invariant"), In("german"));
        var invariant = Cli.Run([.. writers.Arguments(verb, here)]);
        var german = Cli.RunIn(German, [.. writers.Arguments(verb, there)]);

        Assert.Equal((0, ""), (german.ExitCode, german.Errors));
        Assert.Equal(invariant.Output, german.Output.Replace(there, here, StringComparison.Ordinal));
        Assert.NotEmpty(Directory.GetFiles(here));
        foreach (var file in Directory.GetFiles(here).Select(Path.GetFileName).Except(Differing))
            Assert.True(File.ReadAllBytes(Path.Combine(here, file!)).AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(there, file!))), file);
    }

    [Theory]
    [InlineData("curves seed-nonlinear")]
    [InlineData("data list")]
    [InlineData("schema device")]
    [InlineData("train --dry-run --set rule.learning_rate=0.25")]
    [InlineData("train --dry-run --set rule.learning_rate=0,25")]
    [InlineData("train --threads 1,5")]
    [InlineData("train --help")]
    public void Decimal_commas_are_neither_printed_nor_read(string line)
    {
        SkipWithoutCultures();
        var words = line.Split(' ');
        Assert.Equal(Cli.Run(words), Cli.RunIn(German, words));
    }

    private static void SkipWithoutCultures() =>
        Assert.SkipUnless(Cli.RunIn(German, "--version").ExitCode == 0, "there is no ICU here, so there are no cultures");
}
