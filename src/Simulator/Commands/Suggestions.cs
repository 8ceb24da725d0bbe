using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.Globalization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>
/// Answers a shell that asks what could come next: of the library's answers those that begin as the word does,
/// and options only to a word that begins like one. So where a file is expected the shell offers files.
/// </summary>
internal sealed class Suggestions : SynchronousCommandLineAction
{
    private readonly SuggestDirective _directive;
    private readonly SynchronousCommandLineAction _library;

    private Suggestions(SuggestDirective directive) =>
        (_directive, _library) = (directive, (SynchronousCommandLineAction)directive.Action!);

    /// <summary>Puts the answers in the place of the library's.</summary>
    /// <param name="root">The root, whose directive serves every verb.</param>
    public static void Install(RootCommand root)
    {
        var directive = root.Directives.OfType<SuggestDirective>().Single();
        directive.Action = new Suggestions(directive);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var word = Word(parseResult);
        foreach (var answer in Ask(parseResult))
            if (answer.StartsWith(word, StringComparison.Ordinal) && (word.Length > 0 || !answer.StartsWith('-')))
                output.WriteLine(answer);
        return ExitCodes.Ok;
    }

    private string[] Ask(ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        using var answers = new StringWriter(CultureInfo.InvariantCulture);
        parsed.InvocationConfiguration.Output = answers;
        try
        {
            _library.Invoke(parsed);
        }
        catch (InvalidOperationException)
        {
            // The library loses its way in half-written lines such as --backend=c: no answer.
        }
        finally
        {
            parsed.InvocationConfiguration.Output = output;
        }

        return answers.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // The word before the cursor: of [suggest:POSITION] LINE.
    private string Word(ParseResult parsed)
    {
        var line = parsed.Tokens.Count > 1 ? parsed.Tokens[^1].Value : "";
        var values = parsed.GetResult(_directive)?.Values ?? [];
        if (values.Count > 0 && int.TryParse(values[0], CultureInfo.InvariantCulture, out var position))
            line = line[..Math.Clamp(position, 0, line.Length)];
        return line[(line.LastIndexOf(' ') + 1)..];
    }
}
