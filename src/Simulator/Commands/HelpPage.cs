using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>
/// What <c>--help</c> prints: the library's page, the same at any width of the terminal, then the example, the
/// notes and the exit codes.
/// </summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 110;
    private const string Example = "Example: ";

    private readonly HelpAction _library;
    private readonly Dictionary<Command, string[]> _more = [];

    private HelpPage(HelpAction library)
    {
        _library = library;
        _library.MaxWidth = Width;
    }

    /// <summary>
    /// Puts the page in the place of the library's. Of each verb's description the first paragraph stays, one
    /// sentence for the list of verbs; those that follow are the page's.
    /// </summary>
    /// <param name="root">The root, whose <c>--help</c> serves every verb.</param>
    public static void Install(RootCommand root)
    {
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        HelpOption option = new("--help", "-h", "-?") { Description = "Show this help." };
        HelpPage page = new((HelpAction)option.Action!);
        option.Action = page;
        root.Options.Add(option);
        root.Options.OfType<VersionOption>().Single().Description = "Show version and commit.";
        page.Take(root);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in LibraryPage(parseResult).TrimEnd().Split('\n')) output.WriteLine(line.TrimEnd());
        foreach (var paragraph in _more[parseResult.CommandResult.Command]) Print(output, paragraph);
        Section(output, "Exit codes:", ExitCodes.All.Select(c =>
            string.Create(CultureInfo.InvariantCulture, $"{c.Code,-3}  {c.Meaning}")));
        return ExitCodes.Ok;
    }

    private void Take(Command command)
    {
        var paragraphs = (command.Description ?? "").ReplaceLineEndings("\n").Split("\n\n");
        command.Description = paragraphs[0].Replace('\n', ' ');
        _more[command] = paragraphs[1..];
        foreach (var below in command.Subcommands) Take(below);
    }

    private string LibraryPage(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        parsed.InvocationConfiguration.Output = page;
        _library.Invoke(parsed);
        parsed.InvocationConfiguration.Output = output;
        return page.ToString();
    }

    private static void Print(TextWriter output, string paragraph)
    {
        var isExample = paragraph.StartsWith(Example, StringComparison.Ordinal);
        Section(output, isExample ? "Example:" : "Note:", (isExample ? paragraph[Example.Length..] : paragraph).Split('\n'));
    }

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in lines) output.WriteLine($"  {line}");
    }
}
