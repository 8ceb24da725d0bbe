using System.Globalization;
using CrossbarSim.Core.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Keeps a value of any kind as YAML on one line.</summary>
internal static class AnyValueText
{
    /// <summary>The value that a tree holds.</summary>
    /// <param name="node">The tree.</param>
    /// <returns>The value as an object, or null where a part of it could not be read.</returns>
    public static object? Read(LocatedNode node)
    {
        if (IsBroken(node)) return null;
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var settings = new EmitterSettings(2, int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n");
        var emitter = new Emitter(text, settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());

        // Inside a list in brackets everything is written on one line.
        Emit(emitter, new SequenceNode([node], node.At));
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return new AnyValue(text.ToString().TrimEnd('\n')[1..^1]);
    }

    /// <summary>Writes a value in its place.</summary>
    /// <param name="emitter">The file.</param>
    /// <param name="value">The value.</param>
    public static void Write(Emitter emitter, AnyValue value)
    {
        var parser = new Parser(new StringReader(value.Yaml));
        while (parser.MoveNext())
            if (parser.Current is NodeEvent or SequenceEnd or MappingEnd) emitter.Emit(parser.Current);
    }

    private static bool IsBroken(LocatedNode node) => node switch
    {
        BrokenNode => true,
        SequenceNode list => list.Items.Any(IsBroken),
        MappingNode mapping => mapping.Entries.Any(e => IsBroken(e.Value)),
        _ => false,
    };

    private static void Emit(Emitter emitter, LocatedNode node)
    {
        if (node is SequenceNode list) Emit(emitter, list);
        else if (node is MappingNode mapping) Emit(emitter, mapping);
        else if (node is ScalarNode scalar) Emit(emitter, scalar);
    }

    private static void Emit(Emitter emitter, SequenceNode list)
    {
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Flow));
        foreach (var item in list.Items) Emit(emitter, item);
        emitter.Emit(new SequenceEnd());
    }

    private static void Emit(Emitter emitter, MappingNode mapping)
    {
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Flow));
        foreach (var entry in mapping.Entries)
        {
            emitter.Emit(new Scalar(entry.Key));
            Emit(emitter, entry.Value);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void Emit(Emitter emitter, ScalarNode scalar)
    {
        var style = scalar.IsPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
        var text = scalar.IsEmpty ? "null" : scalar.Text;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, scalar.IsPlain, isQuotedImplicit: true));
    }
}
