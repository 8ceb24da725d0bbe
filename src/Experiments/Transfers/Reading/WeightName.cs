namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>What the name of an array says: which layer, and whether it is its weights or its bias.</summary>
/// <param name="Layer">What is left of the name; the same for the weights and the bias of a layer.</param>
/// <param name="IsBias">Whether it names a bias.</param>
internal readonly record struct WeightName(string Layer, bool IsBias)
{
    private static readonly string[] Weights = ["weight", "weights", "kernel", "w"];
    private static readonly string[] Biases = ["bias", "biases", "b"];

    /// <summary>The names that are understood, in words.</summary>
    public const string Known = "names end in weight, weights or kernel, and bias, such as fc1.weight, fc1.bias, "
        + "layers/0/weights and dense/kernel:0";

    /// <summary>Reads a name.</summary>
    /// <param name="name">Such as <c>fc1.weight</c>, <c>layers/0/bias</c>, <c>dense/kernel:0</c>, <c>dense/vars/0</c>.</param>
    /// <returns>What it says; null: it is neither.</returns>
    public static WeightName? Of(string name)
    {
        var plain = name.EndsWith(":0", StringComparison.Ordinal) ? name[..^2] : name;
        var at = plain.LastIndexOfAny(['/', '.']);
        var (layer, last) = (at < 0 ? "" : plain[..at], plain[(at + 1)..].ToLowerInvariant());

        // Keras 3 numbers the variables of a layer: the kernel, then the bias.
        if (layer.EndsWith("/vars", StringComparison.Ordinal) && last is "0" or "1")
            return new WeightName(layer[..^"/vars".Length], last == "1");
        if (Weights.Contains(last)) return new WeightName(layer, IsBias: false);
        return Biases.Contains(last) ? new WeightName(layer, IsBias: true) : null;
    }

    /// <summary>Whether an array belongs to an optimiser and not to the network.</summary>
    /// <param name="name">Its name.</param>
    public static bool IsOfOptimizer(string name) => name.StartsWith("optimizer", StringComparison.Ordinal);
}
