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
        yield return ("pulses", FormattableString.Invariant($"{listed.PulsesUp:N0} rising ") + (isReset
            ? "ones cross the window"
            : FormattableString.Invariant($"and {listed.PulsesDown:N0} falling ones cross the window")));
        yield return ("rising", Direction(facts.Rising, listed.NonlinearityUp, bend: listed.NonlinearityUp));
        yield return ("falling", listed.NonlinearityDown is { } label
            ? Direction(facts.Falling, label, bend: -label)
            : "a pulse resets the device to gmin: for differential pairs that are refreshed");
        if (!isReset) yield return ("symmetry", Symmetry(facts));
        yield return ("noise", Noise(facts));
        yield return ("spread", VariationWords.Spread(device, listed));
        foreach (var line in VariationWords.Of(device)) yield return line;
        if (device.SeriesResistance > 0)
            yield return ("in series", $"{Quantity.Format(device.SeriesResistance, "Ohm")}; the window is that of both");
        if (device.Voltage is { } voltage)
            yield return ("voltage", $"rising {Voltage(voltage.Potentiation)}; falling {Voltage(voltage.Depression)}");
        foreach (var line in Source(facts.Source)) yield return line;
    }

    private static string Curves(DeviceFacts facts) =>
        facts.IsOneCurve ? "one curve for both directions" : "a curve for each direction";

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

    private static string Symmetry(DeviceFacts facts) => facts.AlternatingPulses switch
    {
        "lead-to-gmin" => "none: falling pulses are larger everywhere; alternating pulses lead to gmin",
        "lead-to-gmax" => "none: rising pulses are larger everywhere; alternating pulses lead to gmax",
        "lead-there" => $"{Place(facts)}; alternating pulses lead there",
        "lead-away" => $"{Place(facts)}; alternating pulses lead away from there, to the ends",
        _ => "pulses up and down cancel everywhere",
    };

    private static string Place(DeviceFacts facts) =>
        $"at {DeviceText.Conductance(facts.SymmetrySiemens!.Value)}, {DeviceText.Percent(facts.SymmetryFraction!.Value)} "
        + "of the window, pulses up and down move equally far";

    private static string Voltage(VoltageBranchOptions branch)
    {
        const double More = 1.1;
        var (volts, seconds) = (branch.Amplitude, branch.Width);
        var nothing = branch.Threshold == 0 ? "" : $", nothing moves up to {Quantity.Format(branch.Threshold, "V")}";
        return $"{Quantity.Format(volts, "V")} for {Quantity.Format(seconds, "s")}{nothing}, a tenth more volts moves "
            + $"{DeviceText.Ratio(branch.Gain(More * volts, seconds))} times as far";
    }

    private static string Noise(DeviceFacts facts)
    {
        var device = facts.Device;
        var states = FormattableString.Invariant($"{facts.DistinctStates:N0} of {device.PulsesUp + 1:N0} states");
        return device.C2cSigma is > 0 and var sigma
            ? $"a pulse has a standard deviation of {DeviceText.Percent(sigma)} of the {device.C2cOf}; {states} are two of "
                + "these apart"
            : $"none from cycle to cycle; {states} can be told apart";
    }

    private static IEnumerable<(string Topic, string Text)> Source(SourceOptions? source)
    {
        if (source?.Citation is { } citation) yield return ("source", citation);
        if (source?.Doi is { } doi) yield return ("doi", doi);
        if (source?.Figure is { } figure) yield return ("figure", figure);
        if (source?.Fit is { } fit) yield return ("fit", fit);
    }
}
