using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Programming;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Transfers;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>transfer</c> prints on stdout.</summary>
internal static class TransferReport
{
    // Points of accuracy.
    private const double Little = 0.01;
    private const double Much = 0.05;

    /// <summary>Prints accuracies, how the programming went, and a verdict.</summary>
    /// <param name="result">The result.</param>
    /// <param name="name">Name of the weights.</param>
    /// <param name="files">Files that were written.</param>
    public static void Print(TransferResult result, string name, IReadOnlyList<string> files)
    {
        var output = Console.Out;
        output.WriteLine($"{name}: {Network(result)} on {result.Options.Device.Name}, {How(result)}");
        output.WriteLine();
        TextTable.Print(output, ["read", "test accuracy", "95 % interval", "lost"], Accuracies(result));
        output.WriteLine();
        TextTable.Print(output,
            ["layer", "devices", "wmax", .. Shown(result).Select(Words), "clipped", "pulses each", "RMS error"],
            result.Network.Weights.Select((_, layer) => Layer(result, layer)));
        output.WriteLine();
        foreach (var sentence in Verdict(result)) output.WriteLine(sentence);
        output.WriteLine();
        foreach (var file in files) output.WriteLine(file);
    }

    /// <summary>Prints the same as JSON.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">Files that were written.</param>
    public static void PrintJson(TransferResult result, IReadOnlyList<string> files) => JsonText.Print(new
    {
        FloatTestAccuracy = result.Before.Accuracy,
        Arrays = result.Arrays.Select(array => new
        {
            array.Seed,
            TestAccuracy = array.Fresh.Accuracy,
            TestLoss = array.Fresh.Loss,
            array.Later,
            Layers = array.Layers.Select(layer =>
            {
                var report = LayerReport.Of(layer);
                return new
                {
                    report.Devices,
                    Reasons = Enum.GetNames<StopReason>().Zip(report.Reasons)
                        .ToDictionary(pair => OptionNames.Key(pair.First), pair => pair.Second),
                    report.Clipped,
                    report.Pulses,
                    report.Reads,
                    report.ErrorRms,
                    report.ErrorLargest,
                };
            }),
        }),
        Verdict = Verdict(result),
        Files = files,
    });

    private static string Network(TransferResult result)
    {
        var shape = result.Network.Shape;
        var sizes = string.Join('-', shape.Layers.Select(layer => layer.Outputs).Prepend(shape.Inputs));
        return $"{sizes}{(shape.Layers[0].Bias ? " with biases" : "")}, {OptionNames.Value(shape.Activation.ToString())},";
    }

    private static string How(TransferResult result)
    {
        var mapping = OptionNames.Value(result.Mapping.Kind.ToString());
        var pair = result.Mapping.Pair == PairUpdate.One ? ", one of a pair is raised" : "";
        return result.Options.OpenLoop
            ? $"{mapping}{pair}, open loop"
            : Text($"{mapping}{pair}, write-verify to {100 * result.Options.Verify.Tolerance:G3} % of the window");
    }

    private static IEnumerable<string[]> Accuracies(TransferResult result)
    {
        yield return ["float weights", Percent(result.Before.Accuracy), "", ""];
        yield return Row("just programmed", [.. result.Arrays.Select(array => array.Fresh.Accuracy)], result);
        for (var i = 0; i < result.Options.Times.Count; i++)
            yield return Row($"after {Quantity.Format(result.Options.Times[i], "s")}", At(result, i), result);
    }

    private static double[] At(TransferResult result, int reading) =>
        [.. result.Arrays.Select(array => array.Later[reading].TestAccuracy)];

    private static string[] Row(string when, IReadOnlyList<double> accuracies, TransferResult result)
    {
        var interval = SeedInterval.Of(accuracies);
        var range = interval is { Low: { } low, High: { } high }
            ? $"{Percent(Math.Max(low, 0))} .. {Percent(Math.Min(high, 1))}"
            : "";
        return [when, Percent(interval.Mean), range, Text($"{100 * (result.Before.Accuracy - interval.Mean):F2} points")];
    }

    // Those that any device ended for.
    private static StopReason[] Shown(TransferResult result) => [.. Enum.GetValues<StopReason>().Where(reason =>
        result.Arrays.Any(array => array.Layers.Any(layer => layer.Cells.Any(cell => cell.Reason == reason))))];

    private static string Words(StopReason reason) => OptionNames.Value(reason.ToString()).Replace('-', ' ');

    private static string[] Layer(TransferResult result, int layer)
    {
        var reports = result.Arrays.Select(array => LayerReport.Of(array.Layers[layer])).ToList();
        var devices = reports.Sum(report => (long)report.Devices);
        return
        [
            Text($"{layer}"), Text($"{reports[0].Devices:N0}"), Text($"{result.Mapping.WmaxOf(layer):G4}"),
            .. Shown(result).Select(reason => Share(reports.Sum(report => (long)report.Reasons[(int)reason]), devices)),
            Text($"{reports[0].Clipped:N0}"),
            Text($"{(double)reports.Sum(report => report.Pulses.Potentiation + report.Pulses.Depression) / devices:F1}"),
            Text($"{100 * Math.Sqrt(reports.Average(report => report.ErrorRms * report.ErrorRms)):G3} %"),
        ];
    }

    private static IEnumerable<string> Verdict(TransferResult result)
    {
        var fresh = result.Arrays.Average(array => array.Fresh.Accuracy);
        var lost = result.Before.Accuracy - fresh;
        yield return lost switch
        {
            < Little => "The devices hold the network: "
                + Text($"{100 * Math.Max(0, lost):F2} points of accuracy are lost by programming."),
            < Much => Text($"The devices cost {100 * lost:F2} points of accuracy."),
            _ => Text($"The devices do not hold the network: {100 * lost:F1} points of accuracy are lost by programming."),
        };
        if (OffTarget(result) is { } off) yield return off;
        if (result.Options.Times.Count > 0) yield return Ageing(result, fresh);
    }

    private static string? OffTarget(TransferResult result)
    {
        var reports = result.Arrays.SelectMany(array => array.Layers).Select(LayerReport.Of).ToList();
        var devices = reports.Sum(report => (long)report.Devices);
        var ended = Enum.GetValues<StopReason>().Where(reason => reason is not (StopReason.Reached or StopReason.NotVerified))
            .Select(reason => (Reason: reason, Count: reports.Sum(report => (long)report.Reasons[(int)reason]))).ToList();
        var most = ended.MaxBy(reason => reason.Count);
        if (most.Count == 0) return null;
        var share = Share(ended.Sum(reason => reason.Count), devices);
        return $"{char.ToUpperInvariant(share[0])}{share[1..]} of the devices did not reach their target, most of them because "
            + $"{Because(most.Reason)}.";
    }

    private static string Because(StopReason reason) => reason switch
    {
        StopReason.Budget => "the most pulses were fired",
        StopReason.Reversals => "their steps are coarser than the tolerance",
        StopReason.Stuck => "they do not move",
        _ => "it lies beyond their own window",
    };

    private static string Ageing(TransferResult result, double fresh)
    {
        var times = result.Options.Times;
        var fall = Enumerable.Range(0, times.Count).FirstOrDefault(i => fresh - At(result, i).Average() >= Little, -1);
        var last = $"{Percent(At(result, times.Count - 1).Average())} by {Quantity.Format(times[^1], "s")}";
        if (fall == times.Count - 1) return $"It falls to {last}.";
        return fall < 0
            ? $"After {Quantity.Format(times[^1], "s")} it is still within a point of that."
            : $"It falls by more than a point by {Quantity.Format(times[fall], "s")}, and to {last}.";
    }

    private static string Share(long count, long of) => count == 0 ? "0"
        : 1000 * count < of ? "below 0.1 %"
        : count < of && 1000 * (of - count) < of ? "above 99.9 %"
        : Text($"{100.0 * count / of:G3} %");

    private static string Percent(double share) => Text($"{100 * share:F2} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
