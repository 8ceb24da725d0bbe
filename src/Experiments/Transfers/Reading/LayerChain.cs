using CrossbarSim.Core.Networks;

namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Puts the arrays of the layers together: which side the inputs are on is told by the layer before.</summary>
/// <param name="inputs">Values of a sample: the inputs of the first layer.</param>
/// <param name="classes">Classes: the outputs of the last layer.</param>
/// <param name="data">Name of the data set, for messages.</param>
/// <param name="square">Orientation of square arrays; null: that of the other layers, if they agree.</param>
internal sealed class LayerChain(int inputs, int classes, string data, Orientation? square)
{
    /// <summary>Builds the network.</summary>
    /// <param name="layers">Weights and bias of each layer, first to last.</param>
    /// <param name="activation">Activation of the hidden layers.</param>
    /// <exception cref="Core.Problems.DataFileException">Something does not fit (CBS1603, CBS1605, CBS1606).</exception>
    public FloatNetwork Build(IReadOnlyList<(NamedArray Weights, NamedArray? Bias)> layers, Activation activation)
    {
        CheckBiases(layers);
        var turned = Orient([.. layers.Select(layer => layer.Weights)]);
        List<int> sizes = [inputs];
        List<double[]> weights = [];
        foreach (var ((array, bias), orientation) in layers.Zip(turned))
        {
            var (rows, outputs) = orientation == Orientation.InOut
                ? (array.Dimensions[0], array.Dimensions[1])
                : (array.Dimensions[1], array.Dimensions[0]);
            double[] matrix = orientation == Orientation.InOut ? array.Values : Transposed(array.Values, outputs, rows);
            sizes.Add(outputs);
            weights.Add(bias is null ? matrix : [.. matrix, .. BiasOf(bias, outputs, array)]);
        }

        var last = layers[^1].Weights;
        if (sizes[^1] != classes)
            throw WeightCodes.Shape(last.Place, $"the last layer gives {sizes[^1]} outputs, but {data} has {classes} classes");
        return new FloatNetwork(NetworkShape.Dense(sizes, activation, layers[0].Bias is not null), weights);
    }

    private static void CheckBiases(IReadOnlyList<(NamedArray Weights, NamedArray? Bias)> layers)
    {
        var (with, without) = (layers.FirstOrDefault(layer => layer.Bias is not null),
            layers.FirstOrDefault(layer => layer.Bias is null));
        if (with.Bias is { } bias && without.Weights is { } lonely)
            throw WeightCodes.Bias(lonely.Place,
                $"{lonely.Name} has no bias, but {with.Weights.Name} has one ({bias.Name}): all layers have one, or none");
    }

    private List<Orientation> Orient(IReadOnlyList<NamedArray> arrays)
    {
        List<Orientation?> found = [];
        var before = inputs;
        foreach (var array in arrays)
        {
            var orientation = Orient(array, before, first: found.Count == 0);
            found.Add(orientation);
            before = orientation == Orientation.OutIn ? array.Dimensions[0] : array.Dimensions[1];
        }

        var known = found.OfType<Orientation>().Distinct().ToList();
        var rest = square ?? (known.Count == 1 ? known[0] : null);
        var ambiguous = found.IndexOf(null);
        if (ambiguous >= 0 && rest is null)
            throw WeightCodes.Square(arrays[ambiguous].Place,
                $"{arrays[ambiguous].Shape} is square, so its shape does not say which side the inputs are on: "
                + "give --orientation in-out (rows are inputs) or out-in (rows are outputs, as PyTorch)");
        return [.. found.Select(orientation => orientation ?? rest!.Value)];
    }

    // Null: square, either way.
    private Orientation? Orient(NamedArray array, int before, bool first)
    {
        if (array.Dimensions.Count != 2)
            throw WeightCodes.Shape(array.Place, $"{array.Shape} is no matrix: only dense layers can be programmed");
        var (rows, columns) = (array.Dimensions[0], array.Dimensions[1]);
        if (rows == before && columns == before) return null;
        if (rows == before) return Orientation.InOut;
        if (columns == before) return Orientation.OutIn;
        throw WeightCodes.Shape(array.Place, first
            ? $"{array.Shape} has no side of {before}, the values of a sample of {data}"
            : $"{array.Shape} has no side of {before}, the outputs of the layer before");
    }

    private static double[] BiasOf(NamedArray bias, int outputs, NamedArray weights) =>
        bias.IsVector && bias.Values.Length == outputs
            ? bias.Values
            : throw WeightCodes.Shape(bias.Place,
                $"{bias.Shape} is not one value for each of the {outputs} outputs of {weights.Name}");

    private static double[] Transposed(double[] values, int rows, int columns)
    {
        var turned = new double[values.Length];
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                turned[column * rows + row] = values[row * columns + column];
        return turned;
    }
}
