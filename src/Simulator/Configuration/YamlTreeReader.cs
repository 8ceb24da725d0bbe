using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Reads YAML text into a tree that knows where everything was written.</summary>
/// <param name="source">The text.</param>
/// <param name="problems">Receives what is wrong with it.</param>
internal sealed class YamlTreeReader(SourceText source, ProblemList problems)
{
    // Our files have six levels; the bound keeps a hostile file from overflowing the stack.
    private const int Deepest = 64;

    private readonly Parser _parser = new(new StringReader(source.Text));

    /// <summary>Reads the one document of the text.</summary>
    /// <returns>The root, or null where the text is not YAML at all.</returns>
    public LocatedNode? Read()
    {
        try
        {
            return Document();
        }
        catch (YamlException e)
        {
            return Invalid(Reason(e), e.Start);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or ArithmeticException or FormatException)
        {
            // The scanner has places where broken text trips it instead of its own checks, such as "{ a".
            return Invalid("something is not closed or not separated behind this place", _parser.Current?.End ?? Mark.Empty);
        }
    }

    private LocatedNode? Invalid(string reason, Mark mark)
    {
        problems.Add(ProblemCodes.Syntax, "", $"this is not valid YAML: {reason}", At(mark));
        return null;
    }

    private LocatedNode? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var end)) return Empty(end.Start);
        _parser.Consume<DocumentStart>();
        var root = Node("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            problems.Add(ProblemCodes.NotOneDocument, "", "a second document begins here; a file holds one", At(second.Start));
        return root is ScalarNode { IsEmpty: true } ? Empty(Mark.Empty) : root;
    }

    private LocatedNode? Empty(Mark mark)
    {
        problems.Add(ProblemCodes.NotOneDocument, "", "the file is empty", At(mark));
        return null;
    }

    private LocatedNode Node(string path, int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var at = At(next.Start);
        if (depth > Deepest) throw new YamlException(next.Start, next.End, $"more than {Deepest} levels deep");
        if (next is NodeEvent { Tag.IsEmpty: false } node)
            problems.Add(ProblemCodes.UnsupportedYaml, path, $"the tag {Tag(node)} is not needed here: remove it", at);
        return next switch
        {
            Scalar scalar => Single(scalar, path, at),
            SequenceStart => Sequence(path, depth, at),
            MappingStart => Mapping(path, depth, at),
            AnchorAlias => Alias(path, at),
            _ => throw new YamlException(next.Start, next.End, "a value is expected here"),
        };
    }

    private LocatedNode Single(Scalar scalar, string path, Location at)
    {
        if (Utf8Text.IsWhole(scalar.Value)) return new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, at);
        problems.Add(ProblemCodes.Encoding, path, "half of a surrogate pair is no character: write the character itself", at);
        return new BrokenNode(at);
    }

    private BrokenNode Alias(string path, Location at)
    {
        problems.Add(ProblemCodes.UnsupportedYaml, path, "aliases (*name) are not supported: write the value out", at);
        return new BrokenNode(at);
    }

    private SequenceNode Sequence(string path, int depth, Location at)
    {
        List<LocatedNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(DottedPath.Join(path, items.Count.ToString(CultureInfo.InvariantCulture)), depth + 1));
        return new SequenceNode(items, at);
    }

    private MappingNode Mapping(string path, int depth, Location at)
    {
        Dictionary<string, MappingEntry> entries = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(path, depth + 1);
            var keyPath = key is ScalarNode name ? DottedPath.Join(path, name.Text) : path;
            var value = Node(keyPath, depth + 1);
            Enter(entries, key, value, keyPath);
        }

        return new MappingNode([.. entries.Values], at);
    }

    private void Enter(Dictionary<string, MappingEntry> entries, LocatedNode key, LocatedNode value, string path)
    {
        if (key is not ScalarNode name)
            problems.Add(ProblemCodes.Syntax, path, $"{key.Kind} where a key is expected: a key is a single word", key.At);
        else if (entries.TryGetValue(name.Text, out var first))
            problems.Add(ProblemCodes.DuplicateKey, path,
                $"this key was given before, in line {first.KeyAt.Line}; give it once", key.At);
        else
            entries.Add(name.Text, new MappingEntry(name.Text, key.At, value));
    }

    private Location At(Mark mark) => new(source, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Tag(NodeEvent node) =>
        Printable.Short(node.Tag.ToString().Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal));

    // The library's sentence begins with a capital and may go over several lines.
    private static string Reason(YamlException e) =>
        Printable.Short(char.ToLowerInvariant(e.Message[0]) + e.Message[1..], longest: 200);
}
