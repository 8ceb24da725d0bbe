using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Reads YAML text into a tree whose nodes know their places.</summary>
internal sealed class YamlTreeReader
{
    private const int DeepestNesting = 64;
    private const long LargestFile = 10 << 20;

    private readonly string _file;
    private readonly string[] _lines;
    private readonly Parser _parser;

    private YamlTreeReader(string file, string text)
    {
        _file = file;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LocatedConfigurationException">It is not there, not UTF-8, too large, or not YAML.</exception>
    public static ConfigNode ReadFile(string path)
    {
        var whole = new SourceMark(path, 0, 0, "");
        if (Directory.Exists(path)) throw Fail("CBS0101", "is a folder, not a file", whole);
        if (!File.Exists(path)) throw Fail("CBS0101", "there is no such file", whole);
        if (new FileInfo(path).Length > LargestFile) throw Fail("CBS0102", "is larger than 10 MB: not a configuration", whole);
        try
        {
            return ReadText(path, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(WithoutMark(File.ReadAllBytes(path))));
        }
        catch (DecoderFallbackException)
        {
            throw Fail("CBS0102", "is not UTF-8 text", whole);
        }
    }

    /// <summary>Reads YAML text.</summary>
    /// <param name="name">Name of the file for messages.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="LocatedConfigurationException">It is not one YAML document.</exception>
    public static ConfigNode ReadText(string name, string text)
    {
        var reader = new YamlTreeReader(name, text);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            throw Fail("CBS0103", $"is not YAML: {e.InnerException?.Message ?? Reason(e)}", reader.Mark(e.Start));
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;

    private ConfigNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) throw Fail("CBS0104", "is empty", Mark(Mark0));
        _parser.Consume<DocumentStart>();
        var node = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart next) throw Fail("CBS0105", "holds several documents: give one", Mark(next.Start));
        return node;
    }

    private ConfigNode Node(int depth)
    {
        var mark = Mark(_parser.Current!.Start);
        if (depth > DeepestNesting) throw Fail("CBS0106", $"is nested deeper than {DeepestNesting} levels", mark);
        return _parser.Current switch
        {
            Scalar => Value(_parser.Consume<Scalar>(), mark),
            SequenceStart => List(depth, mark),
            MappingStart => Mapping(depth, mark),
            _ => throw Fail("CBS0107", "aliases (*name) are not supported: write the value out", mark),
        };
    }

    private static ScalarNode Value(Scalar scalar, SourceMark mark) =>
        new(mark, scalar.Value, scalar.Style != ScalarStyle.Plain);

    private SequenceNode List(int depth, SourceMark mark)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new SequenceNode(mark, items);
    }

    private MappingNode Mapping(int depth, SourceMark mark)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<(ScalarNode, ConfigNode)>();
        var keys = new HashSet<string>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not ScalarNode key) throw Fail("CBS0108", "a key must be a single word", mark);
            if (!keys.Add(key.Text)) throw Fail("CBS0109", $"key '{key.Text}' is given twice", key.Mark);
            entries.Add((key, Node(depth + 1)));
        }

        return new MappingNode(mark, entries);
    }

    private static Mark Mark0 => new(0, 1, 1);

    private SourceMark Mark(Mark mark)
    {
        var (line, column) = ((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
        return new SourceMark(_file, line, column, line <= _lines.Length ? _lines[line - 1].TrimEnd() : "");
    }

    private static string Reason(YamlException e) => e.Message;

    private static LocatedConfigurationException Fail(string code, string message, SourceMark mark) =>
        new([new LocatedProblem(new Core.Problems.Problem(code, "", message), mark)]);
}
