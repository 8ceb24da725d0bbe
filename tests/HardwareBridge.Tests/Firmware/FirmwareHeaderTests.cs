using System.Globalization;
using System.Text.RegularExpressions;
using CrossbarSim.TestSupport;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrossbarSim.HardwareBridge.Tests.Firmware;

/// <summary>The firmware's constants, layouts and names against the one file that defines them.</summary>
public sealed partial class FirmwareHeaderTests
{
    private static readonly YamlMappingNode Protocol = Load();

    /// <summary>Groups of the protocol whose entries have names of their own, and how the header calls them.</summary>
    private static readonly (string Key, string Prefix)[] Words =
    [
        ("directions", "DIRECTION"), ("capabilities", "CAPABILITY"), ("stop_reasons", "STOP"), ("cell_results", "CELL"),
        ("nak_reasons", "NAK"),
    ];

    [Fact]
    public void Constants_are_those_of_the_protocol() => Assert.Equal(
        Single().Concat(Words.SelectMany(Group)).Concat(Messages()).Order(),
        Constant().Matches(Source("src/link_protocol.h")).Select(match => (match.Groups[1].Value, Number(match.Groups[2].Value)))
            .Order());

    [Fact]
    public void Layouts_are_those_of_the_protocol() => Assert.Equal(
        Map("messages").Children.SelectMany(message => new[] { "request", "reply" }.Select(part =>
            ($"{Upper(message.Key)}_{part.ToUpperInvariant()}", Layout((YamlMappingNode)message.Value, part)))).Order(),
        LayoutLine().Matches(Source("src/link_protocol.h")).Select(match => (match.Groups[1].Value, match.Groups[2].Value))
            .Order());

    [Fact]
    public void Text_names_the_reasons_of_the_protocol() => Assert.Equal(
        Map("nak_reasons").Children.OrderBy(reason => Number(reason.Value.ToString()))
            .Select(reason => reason.Key.ToString().ToUpperInvariant()),
        Quoted(Source("src/text.c"), "reasons[NAMES]").Skip(1));

    [Fact]
    public void Host_program_names_the_limits_of_the_protocol() => Assert.Equal(
        Fields((YamlMappingNode)Map("messages")["limits"], "request").Select(field => field[0].ToString()),
        Quoted(Source("hal/sim/host/options.c"), "limit_names[LIMIT_COUNT]"));

    private static IEnumerable<(string, long)> Single()
    {
        yield return ("VERSION", Number(Protocol["version"].ToString()));
        yield return ("DELIMITER", Number(Map("framing")["delimiter"].ToString()));
        yield return ("HEADER_SIZE", SizeOf("header"));
        yield return ("TRAILER_SIZE", SizeOf("trailer"));
        yield return ("MOST_PAYLOAD", Number(Map("framing")["most_payload"].ToString()));
        foreach (var name in new[] { "polynomial", "initial", "check" })
            yield return ($"CRC_{name.ToUpperInvariant()}", Number(Map("framing")["crc"][name].ToString()));
        yield return ("ABORT_DELIMITERS", Number(Map("abort")["delimiters"].ToString()));
        yield return ("REPLY_FLAG", Number(Map("reply")["flag"].ToString()));
        yield return ("REPLY_NAK", Number(Map("reply")["nak"].ToString()));
        yield return ("REPLY_BUSY", Number(Map("reply")["busy"].ToString()));
        yield return ("BUSY_MS", Number(Map("reply")["busy_ms"].ToString()));
        foreach (var entry in Group(("sequence", "SEQUENCE")).Concat(Group(("watchdog", "WATCHDOG")))) yield return entry;
        yield return ("TEXT_MOST_LINE", Number(Map("text")["most_line"].ToString()));
    }

    private static IEnumerable<(string, long)> Group((string Key, string Prefix) group) =>
        Map(group.Key).Children.Select(entry => ($"{group.Prefix}_{Upper(entry.Key)}", Number(entry.Value.ToString())));

    private static IEnumerable<(string, long)> Messages() =>
        Map("messages").Children.Select(entry => (Upper(entry.Key), Number(entry.Value["type"].ToString())));

    private static string Layout(YamlMappingNode message, string part)
    {
        var entry = message.Children.TryGetValue($"{part}_entry", out var own) || message.Children.TryGetValue("entry", out own)
            ? string.Concat(((YamlSequenceNode)own).Select(field => Letter(field[1]))) : null;
        return string.Concat(Fields(message, part).Select(field =>
            !field[0].ToString().EndsWith("[]", StringComparison.Ordinal) ? Letter(field[1])
            : field[1].ToString() == "entry" ? $"[{entry}]" : $"[{Letter(field[1])}]"));
    }

    private static IEnumerable<YamlNode> Fields(YamlMappingNode message, string part) => (YamlSequenceNode)message[part];

    private static string Letter(YamlNode type) => type.ToString() switch
    {
        "u8" => "B",
        "i8" => "b",
        "u16" => "H",
        "i16" => "h",
        "u32" => "I",
        "i32" => "i",
        "f32" => "f",
        "bytes 8" => "s",
        var other => throw new InvalidDataException($"a type {other}"),
    };

    private static long SizeOf(string part) =>
        ((YamlSequenceNode)Map("framing")[part]).Sum(field => field[1].ToString() == "u8" ? 1 : 2);

    private static IEnumerable<string> Quoted(string source, string array)
    {
        var from = source.IndexOf(array, StringComparison.Ordinal);
        var to = source.IndexOf("};", from, StringComparison.Ordinal);
        return Quote().Matches(source[from..to]).Select(match => match.Groups[1].Value);
    }

    private static string Upper(YamlNode name) => name.ToString().Replace('-', '_').ToUpperInvariant();

    private static long Number(string text) => text is ['0', 'x', .. var hex]
        ? long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : long.Parse(text, CultureInfo.InvariantCulture);

    private static YamlMappingNode Map(string key) => (YamlMappingNode)Protocol[key];

    private static string Source(string path) => File.ReadAllText(Path.Combine(RepositoryPaths.Root, "firmware", path));

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        using var text = new StringReader(Source("protocol/link.yaml"));
        stream.Load(new Parser(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"\bLINK_(\w+) = (0x[0-9A-Fa-f]+|\d+)")]
    private static partial Regex Constant();

    [GeneratedRegex(@"#define LINK_LAYOUT_(\w+) ""(.*)""")]
    private static partial Regex LayoutLine();

    [GeneratedRegex(@"""([^""]*)""")]
    private static partial Regex Quote();
}
