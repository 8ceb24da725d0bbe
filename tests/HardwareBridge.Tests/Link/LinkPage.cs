using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CrossbarSim.HardwareBridge.Tests.Link;

/// <summary>docs/link.md as it follows from the text of link.yaml. Reasons and numbers are explained by its comments.</summary>
internal static partial class LinkPage
{
    private const int MostColumns = 120;

    private static readonly (string Key, string Title)[] Numbers =
    [
        ("nak_reasons", "Reasons of a refusal"), ("stop_reasons", "Why a pulse command ended"),
        ("cell_results", "How write-verify of a cell ended"), ("capabilities", "Capabilities (bits)"),
    ];

    /// <summary>Writes the page.</summary>
    public static string Render(string yaml, YamlMappingNode root)
    {
        var page = new StringBuilder();
        var framing = Map(root, "framing");
        page.Append("# The link protocol, version ").Append(root["version"]).Append("\n\n");
        page.Append("Made from `firmware/protocol/link.yaml` by a test, which renews it: change that file, not this one.\n");
        page.Append("What the parts mean together is in [boards](boards.md); ");
        page.Append("the board's side is the [firmware](firmware.md).\n\n");
        page.Append("## Frames\n\nA frame is header, payload and trailer, COBS-encoded, and ends with the ");
        page.Append("delimiter 0x00. Integers are little-endian.\n\n");
        Fields(page, [.. Rows(framing["header"]), ["payload", $"at most {framing["most_payload"]} bytes", ""],
            .. Rows(framing["trailer"])]);
        page.Append($"CRC-16: polynomial {framing["crc"]["polynomial"]}, ");
        page.Append($"initial value {framing["crc"]["initial"]}, not reflected; of ");
        page.Append($"`123456789` it is {framing["crc"]["check"]}.\n\n");
        Group(page, yaml, "abort", "Abort");
        Group(page, yaml, "reply", "Answers");
        Group(page, yaml, "sequence", "Sequence numbers");
        Group(page, yaml, "watchdog", "Watchdog");
        Group(page, yaml, "text", "Text twin");
        page.Append("## Messages\n\n");
        foreach (var (name, message) in Map(root, "messages").Children) Message(page, name.ToString(), (YamlMappingNode)message);
        foreach (var (key, title) in Numbers) Table(page, yaml, key, title);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Message(StringBuilder page, string name, YamlMappingNode message)
    {
        page.Append($"### {name} ({message["type"]})\n\n{Sentence(message["does"].ToString())}\n\n");
        foreach (var part in new[] { "request", "reply" })
        {
            var rows = Rows(message[part]).ToList();
            page.Append(rows.Count == 0 ? $"{Sentence(part)[..^1]}: no payload.\n\n" : $"{Sentence(part)[..^1]}:\n\n");
            if (rows.Count == 0) continue;
            Fields(page, rows);
            var own = message.Children.TryGetValue($"{part}_entry", out var entry)
                || message.Children.TryGetValue("entry", out entry);
            if (own && rows.Any(row => row[1] == "entry")) page.Append("Each entry:\n\n");
            if (own && rows.Any(row => row[1] == "entry")) Fields(page, Rows(entry!));
        }
    }

    private static void Fields(StringBuilder page, IEnumerable<string[]> rows)
    {
        page.Append("| field | type | |\n|---|---|---|\n");
        foreach (var row in rows)
            page.Append($"| `{row[0]}` | {row[1]} | {row[2].Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        page.Append('\n');
    }

    // Numbers and the comments of a part of the file, in order.
    private static void Group(StringBuilder page, string yaml, string key, string title)
    {
        page.Append($"## {title}\n\n");
        foreach (var line in Part(yaml, key))
            if (Value().Match(line) is { Success: true } value)
                page.Append($"- `{value.Groups[1].Value}`: {Plain(value.Groups[2].Value)}{Explained(value.Groups[3].Value)}\n");
        var text = string.Join(' ', Part(yaml, key).Where(line => line.TrimStart().StartsWith('#'))
            .Select(line => line.Trim(' ', '#')));
        page.Append(text.Length > 0 ? $"\n{Wrapped(text)}\n\n" : "\n");
    }

    private static void Table(StringBuilder page, string yaml, string key, string title)
    {
        page.Append($"## {title}\n\n| number | name | |\n|---|---|---|\n");
        foreach (var line in Part(yaml, key))
            if (Value().Match(line) is { Success: true } value)
                page.Append($"| {value.Groups[2].Value.Trim()} | {value.Groups[1].Value} | {value.Groups[3].Value.Trim()} |\n");
        page.Append('\n');
    }

    private static IEnumerable<string> Part(string yaml, string key) => yaml.ReplaceLineEndings("\n").Split('\n')
        .SkipWhile(line => !line.StartsWith($"{key}:", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal));

    private static string Plain(string value) => value.Trim() is ['[', ..] fields ? $"`{fields}`" : value.Trim();

    private static string Wrapped(string text)
    {
        var (lines, length) = (new StringBuilder(), 0);
        foreach (var word in text.Replace("*", "\\*", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var fits = length + 1 + word.Length <= MostColumns;
            lines.Append(length == 0 ? "" : fits ? " " : "\n").Append(word);
            length = fits && length > 0 ? length + 1 + word.Length : word.Length;
        }

        return lines.ToString();
    }

    private static string Explained(string comment) => comment.Length == 0 ? "" : $" ({comment.Trim()})";

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    private static IEnumerable<string[]> Rows(YamlNode fields) =>
        ((YamlSequenceNode)fields).Select(field => new[] { field[0].ToString(), field[1].ToString(), field[2].ToString() });

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node[key];

    [GeneratedRegex(@"^  ([\w-]+): ([^#]+?)(?:\s+#\s*(.*))?$")]
    private static partial Regex Value();
}
