using System.Globalization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Puts in the place of a file's path or a preset's name what that file holds.</summary>
/// <param name="session">The load.</param>
internal sealed class DeviceReferences(LoadSession session)
{
    private readonly Dictionary<string, LocatedNode> _trees = [];

    /// <summary>Resolves a device, or each of a list.</summary>
    /// <param name="node">A path, a name, a mapping, or a list of these.</param>
    /// <param name="path">Dotted path of the node.</param>
    public LocatedNode Resolve(LocatedNode node, string path) => node switch
    {
        ScalarNode { IsEmpty: false } scalar => File(scalar, path),
        SequenceNode list => new SequenceNode(
            [.. list.Items.Select(
                (item, i) => item is SequenceNode ? item
                    : Resolve(item, DottedPath.Join(path, i.ToString(CultureInfo.InvariantCulture))))],
            list.At),
        _ => node,
    };

    private LocatedNode File(ScalarNode name, string path)
    {
        var full = IsPath(name.Text) ? FullPath(name) : null;
        var key = full ?? name.Text;
        if (_trees.TryGetValue(key, out var known)) return known;
        if (full is null && DevicePresets.Text(name.Text) is { } preset)
            return _trees[key] = Tree(session.Files.FromText($"preset {name.Text}", name.At.Source.Folder, preset), name);
        if (full is not null && session.Files.Exists(full))
            return _trees[key] = Tree(session.Files.Open(SourceFiles.Shown(full)), name);
        session.Problems.Add(ProblemCodes.UnknownReference, path, Missing(name.Text, full), name.At);
        return new BrokenNode(name.At);
    }

    private LocatedNode Tree(SourceText? source, ScalarNode name) =>
        session.Expect(session.Parse(source), FileKind.Device) ?? new BrokenNode(name.At);

    private static bool IsPath(string text) =>
        text.AsSpan().IndexOfAny('/', '\\') >= 0
        || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    // A NUL, which an escape in quotation marks can make, is the one thing that no path may hold.
    private static string FullPath(ScalarNode name) =>
        Path.GetFullPath(Path.Combine(name.At.Source.Folder, name.Text.Replace('\0', '?')));

    private static string Missing(string text, string? full)
    {
        var near = Suggestion.Nearest(Path.GetFileNameWithoutExtension(text), DevicePresets.Names);
        return full is null
            ? $"{Printable.Quoted(text)} is neither a preset, which `crossbarsim devices` lists, nor the path of a .yaml file"
                + Suggestion.Question(near)
            : $"there is no file {Printable.Short(full, longest: 400)}; `crossbarsim devices` lists presets"
                + Suggestion.Question(near);
    }
}
