using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What is wrong with a command line, in words, with the word that was probably meant.</summary>
internal static partial class UsageErrors
{
    // What the library says of an unmatched token, which is said better here.
    private const string Unmatched = "Unrecognized command or argument";
    private const string NoVerb = "Required command was not provided.";

    /// <summary>Everything that is wrong.</summary>
    /// <param name="parsed">The command line.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var tokens = Options(parsed).Concat(parsed.UnmatchedTokens).Distinct().Select(token => Unknown(command, token)).ToList();
        if (tokens.Count > 0) return tokens;
        var empty = Empty(parsed.CommandResult).ToList();
        if (empty.Count > 0) return empty;
        var others = parsed.Errors.Where(e => !e.Message.StartsWith(Unmatched, StringComparison.Ordinal));
        return [.. others.Select(e => Text(command, e))];
    }

    // An argument takes any word, also an option that was mistyped; a file of that name can be given behind --.
    private static IEnumerable<string> Options(ParseResult parsed) => parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash)
        ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).Where(IsOption);

    // A variable of a script that was never set; nothing is named by it.
    private static IEnumerable<string> Empty(CommandResult command) => command.Children
        .Where(child => child.Tokens.Any(t => t.Value.Length == 0))
        .Select(child => child is OptionResult option
            ? $"{option.Option.Name}: its value is empty"
            : $"<{((ArgumentResult)child).Argument.Name}>: it is empty");

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]);

    private static string Unknown(Command command, string token)
    {
        if (IsOption(token)) return $"there is no option {Printable.Quoted(token)}{Meant(token, Names(command))}";
        if (command.Subcommands.Count == 0) return $"{Printable.Quoted(token)} is not expected here";
        return $"there is no verb {Printable.Quoted(token)}{Meant(token, Verbs(command))}";
    }

    private static string Meant(string token, IEnumerable<string> candidates) =>
        Suggestion.Question(Suggestion.Nearest(token, candidates));

    private static IEnumerable<string> Names(Command command) => command.Options.SelectMany(o => o.Aliases.Append(o.Name));

    private static IEnumerable<string> Verbs(Command command) => command.Subcommands.Select(c => c.Name);

    private static string Text(Command command, ParseError error)
    {
        if (error.Message == NoVerb) return $"a verb is missing; it is one of {string.Join(", ", Verbs(command))}";
        if (NotRead().Match(error.Message) is { Success: true } unread) return $"{unread.Groups[1].Value}.";

        // The library lists the words that it would take one a line.
        const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var lines = error.Message.Split('\n', Tidy);
        return lines.Length == 1 ? lines[0] : $"{lines[0]} {string.Join(", ", lines[1..])}";
    }

    // What follows is the name of a .NET type.
    [GeneratedRegex("^(Cannot parse argument .*) as expected type ")]
    private static partial Regex NotRead();
}
