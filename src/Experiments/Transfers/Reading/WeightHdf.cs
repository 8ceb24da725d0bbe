using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Reads the arrays of an HDF5 file.</summary>
internal static class WeightHdf
{
    /// <summary>Reads every array of floating-point numbers but those of an optimiser.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="Core.Problems.DataFileException">It is damaged, or a value is not finite.</exception>
    public static IReadOnlyList<NamedArray> Read(string path)
    {
        using var source = new StateSource(path);
        var found = source.FloatDatasets().Where(array => !WeightName.IsOfOptimizer(array.Path)).ToList();
        if (source.Exists("/checkpoint"))
            throw WeightCodes.Name(path,
                "this is the state of a run, which does not say its network: give the folder of the run");
        return [.. found.Select(array => Read(source, path, array.Path, array.Dimensions))];
    }

    private static NamedArray Read(StateSource source, string file, string path, ulong[] dimensions)
    {
        var values = source.AnyFloats(path, dimensions);
        var array = new NamedArray($"{file}, {path}", path, [.. dimensions.Select(n => (int)n)], values);
        var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        return wrong < 0 ? array : throw WeightCodes.Value(array.Place, FormattableString.Invariant(
            $"{values[wrong]} at {Place(array, wrong)}: a weight must be finite"));
    }

    // Row 3, column 5 of a matrix; element 7 of anything else.
    private static string Place(NamedArray array, int index) => array.Dimensions is [_, var columns]
        ? FormattableString.Invariant($"row {index / columns}, column {index % columns}")
        : FormattableString.Invariant($"element {index}");
}
