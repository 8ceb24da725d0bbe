using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Transfers;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>transfer</c> writes.</summary>
internal static class TransferFiles
{
    /// <summary>Writes tables, states, an experiment that trains on, and pictures.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="result">The result.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="name">Name of the weights.</param>
    /// <returns>The files; of pictures the PNG.</returns>
    public static IReadOnlyList<string> Write(string folder, TransferResult result, DatasetOptions dataset, string name)
    {
        List<string> files = [.. TransferTables.Write(folder, result)];
        foreach (var (index, array) in result.Arrays.Index())
            files.Add(WriteState(Path.Combine(folder, index == 0 ? "state.h5" : $"state-seed-{array.Seed}.h5"), result, array));
        files.Add(WriteStart(folder, result, dataset));
        var title = $"{name} on {result.Options.Device.Name}";
        files.Add(CellErrorFigure.Save(Errors(result), Path.Combine(folder, "cell-errors"), title).Png);
        if (result.Options.Times.Count > 0) files.Add(Accuracy(result, Path.Combine(folder, "accuracy"), title));
        return files;
    }

    private static string WriteState(string path, TransferResult result, TransferredArray array)
    {
        StateLayer[] layers = [.. result.Network.Shape.Layers.Select((shape, layer) =>
            new StateLayer(shape, result.Options.Device, result.Mapping, layer, array.Seed))];
        StateFile.Write(path, layers, new StateSnapshot(array.Seed, 0, [.. array.Layers.Select(layer => layer.State)]));
        return path;
    }

    // Relative to the file, so that the folder can be moved.
    private static string WriteStart(string folder, TransferResult result, DatasetOptions dataset)
    {
        var (path, shape) = (Path.Combine(folder, "start.yaml"), result.Network.Shape);
        AtomicFile.WriteText(path, "# Trains on from state.h5, the first array.\n" + OptionWriter.Write(new ExperimentOptions
        {
            Dataset = dataset,
            Network = new NetworkOptions
            {
                Layers = [shape.Inputs, .. shape.Layers.Select(layer => layer.Outputs)],
                Activation = shape.Activation,
                Bias = shape.Layers[0].Bias,
            },
            Device = [result.Options.Device],
            Mapping = result.Mapping,
            Rule = new AccumulateOptions(),
            Initial = new InitialOptions { State = "state.h5" },
            Seed = result.Arrays[0].Seed,
        }));
        return path;
    }

    private static IReadOnlyList<CellErrors> Errors(TransferResult result) => [.. result.Network.Weights.Select((_, layer) =>
        new CellErrors($"Layer {layer}", [.. result.Arrays.SelectMany(array => array.Layers[layer].Errors)]))];

    private static string Accuracy(TransferResult result, string path, string title)
    {
        var points = result.Options.Times.Select((seconds, reading) =>
        {
            var interval = SeedInterval.Of([.. result.Arrays.Select(array => array.Later[reading].TestAccuracy)]);
            return new AgedPoint(seconds, interval.Mean, interval.Low ?? double.NaN, interval.High ?? double.NaN);
        }).ToList();
        var fresh = result.Arrays.Average(array => array.Fresh.Accuracy);
        var name = result.Arrays.Count == 1 ? "read later" : $"read later, mean of {result.Arrays.Count} arrays, 95 % interval";
        return AgeingFigure.Save(
            points, name, [("float weights", result.Before.Accuracy), ("just programmed", fresh)], path, title).Png;
    }
}
