namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Numbers of a weight file: a dataset of HDF5, or a file of CSV.</summary>
/// <param name="Place">Where they are, for messages: the file, and the dataset in it.</param>
/// <param name="Name">Name of the dataset, or of the file without its ending.</param>
/// <param name="Dimensions">Its shape.</param>
/// <param name="Values">All values, row-major.</param>
internal sealed record NamedArray(string Place, string Name, IReadOnlyList<int> Dimensions, double[] Values)
{
    /// <summary>Its shape in words.</summary>
    public string Shape => string.Join(" x ", Dimensions);

    /// <summary>Whether it is a vector, as biases are, also where it is written as one row or column.</summary>
    public bool IsVector => Dimensions.Count == 1 || (Dimensions.Count == 2 && Dimensions.Contains(1));
}
