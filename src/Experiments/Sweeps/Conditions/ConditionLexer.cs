using System.Text.RegularExpressions;

namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>Cuts a condition into numbers, words in quotation marks, keys and signs.</summary>
internal static partial class ConditionLexer
{
    /// <summary>The parts in order, with where they begin, from 1.</summary>
    /// <param name="text">The condition.</param>
    /// <exception cref="FormatException">A character means nothing here.</exception>
    public static IReadOnlyList<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        for (var at = 0; at < text.Length;)
        {
            var match = Part().Match(text, at);
            if (!match.Success) throw new FormatException($"'{text[at]}' at place {at + 1} means nothing here");
            at += match.Length;
            if (match.Groups["space"].Success) continue;
            var group = match.Groups.Values.Skip(1).First(g => g.Success);
            tokens.Add(new Token(Enum.Parse<TokenKind>(group.Name, ignoreCase: true), group.Value, match.Index + 1));
        }

        return tokens;
    }

    // A unit belongs to the number that it follows; a word in quotation marks may hold anything else.
    [GeneratedRegex(@"\G(?:(?<space>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
        + @"(?:\s*[fpnuµμmkMG]?(?:Ohm|S|V|A|J|K|s)\b)?)"
        + @"|'(?<word>[^']*)'|""(?<word>[^""]*)""|(?<key>[A-Za-z_]\w*(?:\.\w+)*)|(?<sign><=|>=|==|!=|[-+*/()<>]))")]
    private static partial Regex Part();
}
