using System.Globalization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Sets one value in a tree, giving a new tree.</summary>
/// <param name="problems">Receives paths that lead nowhere.</param>
/// <param name="setting">What to set.</param>
internal sealed class TreeEditor(ProblemList problems, KeySetting setting)
{
    /// <summary>Sets the value.</summary>
    /// <param name="root">The tree.</param>
    public LocatedNode Set(LocatedNode root) => Set(root, setting.Path.Split('.'));

    private LocatedNode Set(LocatedNode node, ReadOnlySpan<string> names) => node switch
    {
        _ when names.Length == 0 => setting.Value,
        BrokenNode => node,
        SequenceNode list => SetInList(list, names),
        MappingNode mapping => SetInMapping(mapping, names),
        _ => SetInMapping(new MappingNode([], setting.PathAt), names),
    };

    private MappingNode SetInMapping(MappingNode mapping, ReadOnlySpan<string> names)
    {
        var child = mapping.Child(names[0]) ?? new MappingNode([], setting.PathAt);
        return mapping.With(new MappingEntry(names[0], setting.PathAt, Set(child, names[1..])));
    }

    // A name instead of an index means every item: device.gmax is the gmax of every layer's device.
    private SequenceNode SetInList(SequenceNode list, ReadOnlySpan<string> names)
    {
        var items = list.Items.ToArray();
        if (!int.TryParse(names[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            for (var i = 0; i < items.Length; i++) items[i] = Set(items[i], names);
        }
        else if (index < items.Length)
        {
            items[index] = Set(items[index], names[1..]);
        }
        else
        {
            problems.Add(ProblemCodes.Override, setting.Path,
                $"the list has {items.Length} items, counted from 0: there is no item {index}", setting.PathAt);
        }

        return new SequenceNode(items, list.At);
    }
}
