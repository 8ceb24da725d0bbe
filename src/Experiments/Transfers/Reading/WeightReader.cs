using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Reads the weights of a trained network from an HDF5 file, a folder of CSV files, or CSV files.</summary>
public static class WeightReader
{
    private const string Csv = ".csv";

    /// <summary>Reads a network.</summary>
    /// <param name="paths">One HDF5 file, one folder of CSV files, or CSV files, at least one.</param>
    /// <param name="sample">Values of a sample, classes and name of the data set that it classifies.</param>
    /// <param name="activation">Activation of its hidden layers.</param>
    /// <param name="square">Orientation of square arrays; null: that of the other layers, if they agree.</param>
    /// <exception cref="DataFileException">The files hold no such network.</exception>
    public static FloatNetwork Read(
        IReadOnlyList<string> paths, (int Inputs, int Classes, string Data) sample, Activation activation, Orientation? square)
    {
        var layers = Layers(paths);
        return new LayerChain(sample.Inputs, sample.Classes, sample.Data, square).Build(layers, activation);
    }

    private static IReadOnlyList<(NamedArray, NamedArray?)> Layers(IReadOnlyList<string> paths)
    {
        foreach (var path in paths) Require(path);
        if (paths is [var folder] && Directory.Exists(folder))
            return Named(folder, [.. Files(folder).Select(WeightCsv.Read)]);
        if (paths.All(IsCsv)) return Listed(paths);
        return paths is [var file]
            ? Named(file, WeightHdf.Read(file))
            : throw WeightCodes.Nothing(paths.First(path => !IsCsv(path)), "several files must all be CSV, one per layer");
    }

    private static void Require(string path)
    {
        if (!Path.Exists(path)) throw WeightCodes.Nothing(path, "there is no such file or folder");
    }

    private static bool IsCsv(string path) => path.EndsWith(Csv, StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static IReadOnlyList<string> Files(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder).Where(IsCsv).Order(NaturalOrder.Instance)];
        return files.Length > 0 ? files : throw WeightCodes.Nothing(folder,
            "there are no CSV files in this folder, and it is no run: there is no experiment.yaml in it");
    }

    // Files whose names say nothing are the weights of the layers in the order given.
    private static IReadOnlyList<(NamedArray, NamedArray?)> Listed(IReadOnlyList<string> paths)
    {
        var arrays = paths.Select(WeightCsv.Read).ToList();
        return arrays.Any(array => WeightName.Of(array.Name) is not null)
            ? Named(paths[0], arrays)
            : [.. arrays.Select(array => (array, (NamedArray?)null))];
    }

    private static IReadOnlyList<(NamedArray, NamedArray?)> Named(string place, IReadOnlyList<NamedArray> arrays)
    {
        if (arrays.Count == 0) throw WeightCodes.Nothing(place, "there are no floating-point numbers in this file");
        var unknown = arrays.Where(array => WeightName.Of(array.Name) is null).Select(array => array.Name).ToList();
        if (unknown.Count == arrays.Count && Directory.Exists(place))
            return [.. arrays.Select(array => (array, (NamedArray?)null))];
        if (unknown.Count > 0)
            throw WeightCodes.Name(place,
                $"what {string.Join(", ", unknown.Take(5))} should be is unknown: {WeightName.Known}");
        var layers = arrays.GroupBy(array => WeightName.Of(array.Name)!.Value.Layer).OrderBy(g => g.Key, NaturalOrder.Instance);
        return [.. layers.Select(layer => Pair([.. layer]))];
    }

    private static (NamedArray, NamedArray?) Pair(IReadOnlyList<NamedArray> arrays)
    {
        bool IsBias(NamedArray array) => WeightName.Of(array.Name)!.Value.IsBias;
        if (arrays.GroupBy(IsBias).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw WeightCodes.Name(twice.Last().Place, $"{twice.Last().Name} and {twice.First().Name} name the same");
        var weights = arrays.FirstOrDefault(array => !IsBias(array)) ?? throw WeightCodes.Bias(
            arrays[0].Place, $"{arrays[0].Name} is a bias without weights");
        return (weights, arrays.FirstOrDefault(IsBias));
    }
}
