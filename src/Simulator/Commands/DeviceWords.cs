using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Commands;

/// <summary>A device in words.</summary>
internal static class DeviceWords
{
    // A curve that bends less than this is straight to the eye: 0.5 % of the window.
    private const double Straight = 0.05;

    /// <summary>Topics and what there is to say of each.</summary>
    /// <param name="device">The device.</param>
    /// <param name="facts">What is known of it.</param>
    public static IEnumerable<(string Topic, string Text)> Of(DeviceOptions device, DeviceFacts facts)
    {
        var (listed, isReset) = (facts.Device, device.Direction == DeviceDirection.Potentiation);
        yield return ("name", listed.Name);
        yield return ("law", $"{listed.Law}, {(isReset ? "a curve for rising pulses" : Curves(facts))}");
        yield return ("window", Window(device.Window, listed.OnOffRatio));
        yield return ("pulses", FormattableString.Invariant(
            $"{listed.PulsesUp:N0} rising and {(isReset ? 1 : listed.PulsesDown):N0} falling ones cross the window"));
        yield return ("rising", Direction(facts.Rising, listed.NonlinearityUp, bend: listed.NonlinearityUp));
        yield return ("falling", isReset
            ? "a pulse resets the device to gmin"
            : Direction(facts.Falling, listed.NonlinearityDown, bend: -listed.NonlinearityDown));
        if (!isReset) yield return ("symmetry", Symmetry(facts));
        yield return ("noise", Noise(facts));
        if (device.Variation?.Write is { Sigma: > 0 } write)
            yield return ("write noise", $"what is seen after a pulse has {DeviceText.Percent(write.Sigma)} of the window more");
        if (device.SeriesResistance > 0)
            yield return ("in series", $"{Quantity.Format(device.SeriesResistance, "Ohm")}; the window is that of both");
        yield return ("spread", Spread(listed));
        foreach (var line in Source(facts.Source)) yield return line;
    }

    private static string Curves(DeviceFacts facts) =>
        facts.SymmetryFraction is null ? "one curve for both directions" : "a curve for each direction";

    private static string Window(ConductanceWindow window, double ratio) =>
        $"{DeviceText.Conductance(window.Gmin)} to {DeviceText.Conductance(window.Gmax)}, "
        + $"on/off ratio {DeviceText.Ratio(ratio)}";

    private static string Direction(StepSizes steps, double label, double bend) =>
        $"first, middle and last pulse move {DeviceText.Percent(steps.First)}, {DeviceText.Percent(steps.Middle)} and "
        + $"{DeviceText.Percent(steps.Last)} of the window: {Bend(bend)}, nonlinearity {DeviceText.Label(label)}";

    private static string Bend(double bend) => bend switch
    {
        > Straight => "saturating",
        < -Straight => "accelerating",
        _ => "straight",
    };

    private static string Symmetry(DeviceFacts facts) => facts is { SymmetryFraction: { } u, SymmetrySiemens: { } siemens }
        ? $"at {DeviceText.Conductance(siemens)}, {DeviceText.Percent(u)} of the window, pulses up and down move "
            + "equally far; alternating pulses lead there"
        : "pulses up and down cancel everywhere";

    private static string Noise(DeviceFacts facts)
    {
        var device = facts.Device;
        var states = FormattableString.Invariant($"{facts.DistinctStates:N0} of {device.PulsesUp + 1:N0} states");
        return device.C2cSigma is > 0 and var sigma
            ? $"a pulse has a standard deviation of {DeviceText.Percent(sigma)} of the {device.C2cOf}; {states} are two of "
                + "these apart"
            : $"none from cycle to cycle; {states} can be told apart";
    }

    private static string Spread(ListedDevice device) => device.D2d.Count == 0
        ? "none from device to device"
        : $"{DeviceText.Spread(device)}, standard deviations from device to device";

    private static IEnumerable<(string Topic, string Text)> Source(SourceOptions? source)
    {
        if (source?.Citation is { } citation) yield return ("source", citation);
        if (source?.Doi is { } doi) yield return ("doi", doi);
        if (source?.Figure is { } figure) yield return ("figure", figure);
        if (source?.Fit is { } fit) yield return ("fit", fit);
    }
}
