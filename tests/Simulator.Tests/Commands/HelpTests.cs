using System.CommandLine;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Tests.Configuration;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>Help/VERB.txt is what the user reads; Help/crossbarsim.txt the page of the program itself.</summary>
public sealed class HelpTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "tests", "Simulator.Tests", "Help");

    public static TheoryData<string> Verbs => [.. Below(CommandLine.Build(), "")];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_help_of_a_verb_is_the_page_in_the_repository(string verb)
    {
        var file = Path.Combine(Pages, PageOf(verb));
        var result = Cli.Run([.. Words(verb), "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Errors);
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(
            result.Output.ReplaceLineEndings("\n") == stored,
            $"The help is another; read it, and renew the page, in the root of the repository, with\n  dotnet run -c Release "
            + $"--project src/Simulator -- {verb} --help > tests/Simulator.Tests/Help/{PageOf(verb)}\n\n{result.Output}");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_help_has_one_sentence_an_example_and_the_exit_codes(string verb)
    {
        var page = File.ReadAllText(Path.Combine(Pages, PageOf(verb))).ReplaceLineEndings("\n");
        var sentence = page.Split("\n\n")[0].Replace("Description:\n", "", StringComparison.Ordinal).Trim();

        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", sentence, StringComparison.Ordinal);
        Assert.Contains("\nExample:\n  ", page, StringComparison.Ordinal);
        Assert.All(ExitCodes.All, code =>
            Assert.Contains($"\n  {code.Code,-3}  {code.Meaning}\n", page, StringComparison.Ordinal));
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void Every_page_is_of_a_verb() =>
        Assert.Equal(
            Below(CommandLine.Build(), "").Select(PageOf).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Pages).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_list_of_exit_codes_is_that_of_the_constants()
    {
        var constants = typeof(ExitCodes).GetFields().Where(f => f.IsLiteral).Select(f => (int)f.GetRawConstantValue()!);
        Assert.Equal(constants, ExitCodes.All.Select(c => c.Code));
    }

    [Fact]
    public void The_version_is_a_number_and_the_commit()
    {
        var result = Cli.Run("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9a-f]{40})?\r?\n$", result.Output);
    }

    private static IEnumerable<string> Below(Command command, string path) =>
        command.Subcommands.SelectMany(c => Below(c, $"{path} {c.Name}".Trim())).Prepend(path);

    private static string[] Words(string verb) => verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string PageOf(string verb) => verb.Length == 0 ? "crossbarsim.txt" : $"{verb.Replace(' ', '-')}.txt";
}
