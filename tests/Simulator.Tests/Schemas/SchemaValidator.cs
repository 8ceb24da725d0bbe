using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Schemas;

/// <summary>
/// Judges YAML by a JSON Schema as an editor does, knowing nothing of the options: the keywords that our schemas
/// use, and an error for every other.
/// </summary>
internal sealed class SchemaValidator(string schema)
{
    private static readonly string[] Annotations =
        ["$schema", "$defs", "title", "description", "default", "examples", "required", "additionalProperties"];

    private readonly JsonElement _root = JsonDocument.Parse(schema).RootElement;

    /// <summary>What does not fit, with its path.</summary>
    public IReadOnlyList<string> Problems(string yaml)
    {
        var session = new LoadSession();
        var root = session.Parse(session.Files.FromText("text", "", yaml));
        return root is null ? ["not YAML"] : [.. Judge(_root, root, "")];
    }

    private IEnumerable<string> Judge(JsonElement schema, LocatedNode node, string path) =>
        schema.EnumerateObject().SelectMany(keyword => Judge(keyword, schema, node, path));

    private IEnumerable<string> Judge(JsonProperty keyword, JsonElement schema, LocatedNode node, string path) =>
        keyword.Name switch
        {
            "$ref" => Judge(Definition(keyword.Value.GetString()!), node, path),
            "oneOf" => Check(
                Fits(keyword.Value, node, path) == 1, $"{path}: {Fits(keyword.Value, node, path)} of the cases fit"),
            "type" => Check(Types(keyword.Value).Any(type => Is(type, node)), $"{path}: not {keyword.Value}"),
            "const" => Check(IsText(keyword.Value, node), $"{path}: not {keyword.Value}"),
            "enum" => Check(keyword.Value.EnumerateArray().Any(value => IsText(value, node)), $"{path}: not {keyword.Value}"),
            "pattern" => Check(
                node is not ScalarNode { IsEmpty: false } text || Regex.IsMatch(text.Text, keyword.Value.GetString()!),
                $"{path}: pattern"),
            "minLength" => Check(
                node is not ScalarNode text || text.IsEmpty || text.Text.Length >= keyword.Value.GetInt32(), $"{path}: short"),
            "minimum" => Check(Number(node) is not { } n || n >= keyword.Value.GetDouble(), $"{path}: below {keyword.Value}"),
            "maximum" => Check(Number(node) is not { } n || n <= keyword.Value.GetDouble(), $"{path}: above {keyword.Value}"),
            "minItems" => Check(
                node is not SequenceNode list || list.Items.Count >= keyword.Value.GetInt32(), $"{path}: too few"),
            "maxItems" => Check(
                node is not SequenceNode list || list.Items.Count <= keyword.Value.GetInt32(), $"{path}: too many"),
            "items" => node is SequenceNode list
                ? list.Items.SelectMany((item, i) => Judge(keyword.Value, item, $"{path}.{i}"))
                : [],
            "properties" => node is MappingNode mapping ? Keys(schema, keyword.Value, mapping, path) : [],
            _ when Annotations.Contains(keyword.Name) => [],
            _ => throw new InvalidOperationException($"the validator does not know {keyword.Name}"),
        };

    private IEnumerable<string> Keys(JsonElement schema, JsonElement properties, MappingNode mapping, string path)
    {
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        foreach (var entry in mapping.Entries)
            if (!properties.TryGetProperty(entry.Key, out var property)) yield return $"{path}.{entry.Key}: unknown";
            else
                foreach (var problem in Judge(property, entry.Value, $"{path}.{entry.Key}")) yield return problem;
        if (!schema.TryGetProperty("required", out var required)) yield break;
        foreach (var key in required.EnumerateArray())
            if (mapping.Child(key.GetString()!) is null) yield return $"{path}.{key}: missing";
    }

    private int Fits(JsonElement cases, LocatedNode node, string path) =>
        cases.EnumerateArray().Count(one => !Judge(one, node, path).Any());

    private JsonElement Definition(string reference) =>
        _root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> Check(bool holds, string otherwise) => holds ? [] : [otherwise];

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Select(t => t.GetString()!)
        : [type.GetString()!];

    // The types of YAML's core schema.
    private static bool Is(string type, LocatedNode node) => (type, node) switch
    {
        ("object", MappingNode) or ("array", SequenceNode) => true,
        ("null", ScalarNode text) => text.IsEmpty,
        ("boolean", ScalarNode text) => IsTruth(text),
        ("number", ScalarNode) => Number(node) is not null,
        ("integer", ScalarNode) => Number(node) is { } n && Math.Floor(n).Equals(n),
        ("string", ScalarNode text) => !text.IsEmpty && !IsTruth(text) && Number(text) is null,
        _ => false,
    };

    private static bool IsTruth(ScalarNode text) => text.IsPlain && text.Text is "true" or "false";

    private static bool IsText(JsonElement value, LocatedNode node) => node is ScalarNode text
        && (value.ValueKind == JsonValueKind.Null ? text.IsEmpty : text.Text == value.GetString());

    private static double? Number(LocatedNode node) => node is not ScalarNode { IsPlain: true, IsEmpty: false } text ? null
        : text.Text is ".inf" or "+.inf" ? double.PositiveInfinity
        : text.Text is "-.inf" ? double.NegativeInfinity
        : double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && text.Text.Any(char.IsAsciiDigit) ? value : null;
}
