using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Runs;

/// <summary>The pictures of a run directory.</summary>
internal static class RunPictures
{
    /// <summary>Draws accuracy and loss, conductance curve, map of each layer, histogram of P, confusion matrix.</summary>
    /// <param name="directory">The run directory.</param>
    /// <param name="setup">Network and devices.</param>
    /// <param name="epochs">The epochs.</param>
    /// <param name="layers">State of the devices.</param>
    /// <param name="confusion">How the test samples are classified; null: there are none.</param>
    /// <returns>The PNG files.</returns>
    public static IReadOnlyList<string> Draw(
        string directory, RunSetup setup, IReadOnlyList<EpochRow> epochs, IReadOnlyList<LayerState> layers,
        ConfusionMatrix? confusion)
    {
        string At(string file) => Path.Combine(directory, file);
        var name = Title(setup);
        List<FigureFiles> files = [AccuracyFigure.Save([.. epochs.Select(Point)], At("accuracy"), name)];
        files.Add(ConductanceCurveFigure.Save(Curves(setup), At("curves"), "Conductance curve"));
        for (var layer = 0; layer < layers.Count; layer++)
            files.Add(ConductanceMapFigure.Save(Map(setup, layer, layers[layer]), At($"conductance-layer-{layer}"), name));
        files.Add(PulseHistogramFigure.Save([.. layers.Select((state, layer) => Counters(setup, layer, state))],
            At("pulses"), name));
        if (confusion is not null) files.Add(ConfusionFigure.Save(confusion, At("confusion"), name));
        return [.. files.Select(f => f.Png)];
    }

    /// <summary>An epoch as the pictures want it: NaN where it was not measured.</summary>
    public static EpochPoint Point(EpochRow row) => new(
        row.Epoch,
        row.TrainLoss ?? double.NaN,
        row.TrainAccuracy ?? double.NaN,
        row.TestLoss ?? double.NaN,
        row.TestAccuracy ?? double.NaN);

    private static string Title(RunSetup setup) =>
        $"{string.Join(", ", setup.Options.Device.Select(d => d.Name).Distinct())} on {setup.Options.Dataset.Name}";

    private static List<ConductanceCurve> Curves(RunSetup setup) =>
        [.. setup.Options.Device.DistinctBy(d => d.Name).Select(ConductanceCurve.Of)];

    private static ConductanceMap Map(RunSetup setup, int layer, LayerState state)
    {
        var (shape, device) = (setup.Plan.Network.Layers[layer], setup.Device(layer));
        var fractions = device.Fractions();
        double[] conductances = [.. state.Pulses.Select(p => device.Window.Conductance(fractions[p]))];
        return new ConductanceMap($"Layer {layer}", shape.Rows, shape.Outputs, conductances, device.Window);
    }

    private static PulseCounters Counters(RunSetup setup, int layer, LayerState state) =>
        new($"Layer {layer}", setup.Plan.Mappings[layer].Pulses, state.Pulses);
}
