using System.Text.RegularExpressions;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Imports;

/// <summary>
/// Reads named values: JSON, or <c>name = value</c>, several on a line or one, with the comments of C and Python.
/// </summary>
/// <param name="session">Receives what is wrong.</param>
internal sealed partial class ForeignFile(LoadSession session)
{
    private const string Unreadable = "CBS1704";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its values by name, or null where it cannot be read.</returns>
    public MappingNode? Read(string path)
    {
        if (session.Files.Open(path) is not { } source) return null;
        if (!IsAssignments(source.Text)) return Tree(source);
        List<MappingEntry> entries = [];
        var number = 0;
        foreach (var line in source.Text.Split('\n')) Line(entries, line.TrimEnd('\r'), source, ++number);
        return new MappingNode(entries, new Location(source, 1, 1));
    }

    /// <summary>Reads one <c>name=value</c> of the command line.</summary>
    /// <param name="word">As it was given.</param>
    public MappingEntry Word(string word)
    {
        var (at, source) = (word.IndexOf('=', StringComparison.Ordinal), session.Files.FromCommandLine(word, word));
        var place = new Location(source, 1, 1);
        return new MappingEntry(word[..at], place, Value(word[(at + 1)..], place));
    }

    private MappingNode? Tree(SourceText source)
    {
        if (session.Parse(source) is not { } root) return null;
        if (root is MappingNode mapping) return mapping;
        Wrong($"{root.Kind} where names with values are expected", root.At);
        return null;
    }

    private static bool IsAssignments(string text) => !text.TrimStart().StartsWith('{')
        && text.Split('\n').Select(line => Comment().Replace(line, "")).Any(line => line.Contains('='));

    private void Line(List<MappingEntry> entries, string line, SourceText source, int number)
    {
        var text = Comment().Replace(line, "");
        var reached = 0;
        foreach (Match match in Assignment().Matches(text))
        {
            Between(text[reached..match.Index], reached);
            Add(entries, match, new Location(source, number, match.Index + 1));
            reached = match.Index + match.Length;
        }

        Between(text[reached..], reached);

        void Between(string rest, int start)
        {
            var words = rest.TrimStart(' ', '\t', ',', ';', '(', '{');
            if (words.Trim(' ', '\t', ',', ';', ')', '}', '(').Length > 0)
                Wrong($"{Printable.Quoted(words.Trim())} is not name = value",
                    new Location(source, number, start + rest.Length - words.Length + 1));
        }
    }

    private void Add(List<MappingEntry> entries, Match match, Location at)
    {
        var name = match.Groups["name"].Value;
        if (entries.Exists(entry => entry.Key == name))
            session.Problems.Add(ProblemCodes.DuplicateKey, name, "this name was given before; give it once", at);
        else
            entries.Add(new MappingEntry(name, at, Value(match.Groups["value"].Value.Trim(), at)));
    }

    private void Wrong(string message, Location at) => session.Problems.Add(Unreadable, "", message, at);

    private static LocatedNode Value(string text, Location at)
    {
        if (text is not ['[', .. var items, ']']) return new ScalarNode(text.Trim('"', '\''), isPlain: true, at);
        return new SequenceNode([.. items.Split(',').Select(item => new ScalarNode(item.Trim(), isPlain: true, at))], at);
    }

    [GeneratedRegex(@"(//|#).*$")]
    private static partial Regex Comment();

    // A value ends at a separator, before the next name, or with the line.
    [GeneratedRegex("""
        (?<name>[A-Za-z_]\w*)\s*=\s*(?<value>\[[^\]]*\]|"[^"]*"|'[^']*'|[^\s,;][^,;]*?)(?=\s*[,;]|\s*\)?\s*$|\s+[A-Za-z_]\w*\s*=)
        """)]
    private static partial Regex Assignment();
}
