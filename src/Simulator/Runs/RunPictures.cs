using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Runs;

/// <summary>The pictures of a run directory.</summary>
internal static class RunPictures
{
    /// <summary>Draws accuracy and loss, conductance curve, map of each layer, histogram of P, confusion matrix.</summary>
    /// <param name="directory">The run directory.</param>
    /// <param name="options">The experiment.</param>
    /// <param name="epochs">The epochs.</param>
    /// <param name="layers">State of the devices.</param>
    /// <param name="confusion">How the test samples are classified; null: there are none.</param>
    /// <param name="ageing">Test accuracy some time after training; may be empty.</param>
    /// <returns>The PNG files.</returns>
    public static IReadOnlyList<string> Draw(
        string directory, ExperimentOptions options, IReadOnlyList<EpochRow> epochs, IReadOnlyList<LayerState> layers,
        ConfusionMatrix? confusion, IReadOnlyList<AgeingRow> ageing)
    {
        var arrays = RunSetup.ArraysOf(options);
        string At(string file) => Path.Combine(directory, file);
        var name = Title(options);
        List<FigureFiles> files = [AccuracyFigure.Save([.. epochs.Select(Point)], At("accuracy"), name)];
        var curves = Curves(options);
        files.Add(ConductanceCurveFigure.Save(curves, At("curves"), ConductanceCurveFigure.TitleOf(curves.Count)));
        for (var layer = 0; layer < layers.Count; layer++)
            files.Add(ConductanceMapFigure.Save(
                Map(arrays[layer], layer, layers[layer]), At($"conductance-layer-{layer}"), name));
        files.Add(PulseHistogramFigure.Save([.. layers.Select((state, layer) => Counters(arrays[layer], layer, state))],
            At("pulses"), name));
        if (confusion is not null) files.Add(ConfusionFigure.Save(confusion, At("confusion"), name));
        if (ageing.Count > 0) files.Add(Ageing(ageing, epochs[^1].TestAccuracy, At("ageing"), name));
        return [.. files.Select(f => f.Png)];
    }

    private static FigureFiles Ageing(IReadOnlyList<AgeingRow> rows, double? before, string path, string name)
    {
        var points = rows.Select(row => new AgedPoint(row.Seconds, row.TestAccuracy)).ToList();
        return AgeingFigure.Save(points, "read later", [("at the end of training", before ?? double.NaN)], path, name);
    }

    /// <summary>An epoch as the pictures want it: NaN where it was not measured.</summary>
    public static EpochPoint Point(EpochRow row) => new(
        row.Epoch,
        row.TrainLoss ?? double.NaN,
        row.TrainAccuracy ?? double.NaN,
        row.TestLoss ?? double.NaN,
        row.TestAccuracy ?? double.NaN,
        row.ValidationLoss ?? double.NaN,
        row.ValidationAccuracy ?? double.NaN);

    /// <summary>Devices and data of a run, in words.</summary>
    public static string Title(ExperimentOptions options) =>
        $"{string.Join(", ", options.Device.Select(d => d.Name).Distinct())} on {options.Dataset.Name}";

    // Devices that differ may share a name: where a preset was changed by --set, for example.
    private static List<ConductanceCurve> Curves(ExperimentOptions options)
    {
        var devices = options.Device.Select((Device, Layer) => (Device, Layer))
            .DistinctBy(d => OptionWriter.Write(d.Device)).ToList();
        return [.. devices.Select(d => ConductanceCurve.Of(d.Device) with
        {
            Name = devices.Count(other => other.Device.Name == d.Device.Name) == 1
                ? d.Device.Name
                : FormattableString.Invariant($"{d.Device.Name} of layer {d.Layer}"),
        })];
    }

    private static ConductanceMap Map(StateLayer array, int layer, LayerState state) => new(
        $"Layer {layer}", array.Shape.Rows, array.Shape.Outputs, array.Conductances(state), array.Device.Window);

    private static PulseCounters Counters(StateLayer array, int layer, LayerState state) =>
        PulseCounters.Of($"Layer {layer}", array.Law, state);
}
