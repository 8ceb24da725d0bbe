using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>The 95 % interval that the file of a fitted device gives a key.</summary>
/// <param name="session">The load; receives problems.</param>
/// <param name="key">The key in the experiment.</param>
/// <param name="around">Which device, and how many values.</param>
/// <param name="node">Where the axis says so.</param>
internal sealed class FittedInterval(LoadSession session, string key, AroundOptions around, LocatedNode node)
{
    /// <summary>Values from the low end over the fitted value to the high end.</summary>
    public Func<int, LocatedNode> Values() => Texts() is { } texts
        ? place => new ScalarNode(texts[place], isPlain: true, node.At)
        : _ => new BrokenNode(node.At);

    private string[]? Texts()
    {
        if (session.Parse(SourceFiles.Shown(around.Device)) is not { } root) return null;
        if (new OptionBinder(session.Problems).Bind<DeviceOptions>(root) is not { } device) return null;
        if (InDevice() is not { } inside)
            return Refuse($"{Printable.Quoted(key)} is not a key of the device, such as device.gmax");
        var intervals = device.Source?.Intervals ?? [];
        if (intervals.FirstOrDefault(found => found.Key == inside) is not { } interval)
            return Refuse($"{SourceFiles.Shown(around.Device)} has no interval of {inside} in source.intervals"
                + (intervals.Count == 0 ? "" : $"; it has {string.Join(", ", intervals.Select(found => found.Key))}"));
        var fitted = root.Nearest(inside) is ScalarNode { Text: var text } ? NumberWithUnit.Parse(text) : null;
        if (fitted is null) return Refuse($"the file gives {inside} no number");
        return [.. Enumerable.Range(0, around.Values).Select(place => Text(interval, fitted, place))];
    }

    private string? InDevice()
    {
        var names = key.Split('.');
        if (names.Length < 2 || names[0] != "device") return null;
        var layer = int.TryParse(names[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return string.Join('.', names[(layer ? 2 : 1)..]);
    }

    // Half of the way is below the fitted value, whose place in its interval is seldom the middle.
    private string Text(IntervalOptions interval, NumberWithUnit fitted, int place)
    {
        var way = 2.0 * place / (around.Values - 1) - 1;
        var end = NumberWithUnit.Parse(way < 0 ? interval.Low.Yaml : interval.High.Yaml)!;
        var value = fitted.Base + Math.Abs(way) * (end.Base - fitted.Base);
        return new ScaledPair(0, 0, fitted.Unit).Text(value);
    }

    private string[]? Refuse(string message)
    {
        session.Problems.Add("CBS1109", "around", message, node.At);
        return null;
    }
}
