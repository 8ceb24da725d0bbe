using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>The values of one axis of a sweep, each where it was written or drawn.</summary>
/// <param name="Key">Dotted path of the key.</param>
/// <param name="KeyAt">Where the key was written.</param>
/// <param name="Node">The value of a place, from 0.</param>
/// <param name="Written">The values that are written out; those that are drawn or computed are not.</param>
internal sealed record AxisValues(string Key, Location KeyAt, Func<int, LocatedNode> Node, IReadOnlyList<LocatedNode> Written)
{
    /// <summary>The setting of a place.</summary>
    /// <param name="place">Which value, from 0.</param>
    public KeySetting Setting(int place) => new(Key, KeyAt, Node(place));

    /// <summary>A value for a table: quantities in the base unit, all else as it was written.</summary>
    /// <param name="place">Which value, from 0.</param>
    public string Text(int place)
    {
        var text = AsWritten(Node(place));
        return NumberWithUnit.Parse(text) is { Unit.Length: > 0 } quantity ? NumberText.Of(quantity.Base) : text;
    }

    /// <summary>A value for a condition: a number in the base unit, or what was written.</summary>
    /// <param name="place">Which value, from 0.</param>
    public object Value(int place)
    {
        var text = AsWritten(Node(place));
        return NumberWithUnit.Parse(text) is { } number ? number.Base : text;
    }

    private static string AsWritten(LocatedNode node) => node switch
    {
        ScalarNode { IsEmpty: false } scalar => scalar.Text,
        _ => AnyValueText.Read(node) is Core.Options.AnyValue any ? any.Yaml : "",
    };
}
