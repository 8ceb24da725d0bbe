namespace CrossbarSim.Experiments.Predictions;

/// <summary>What a network says of one sample.</summary>
/// <param name="Probabilities">Probability of each class, 0 .. 1.</param>
public sealed record Prediction(IReadOnlyList<float> Probabilities)
{
    /// <summary>The most probable class; the first of equals.</summary>
    public int Class { get; } = Largest(Probabilities);

    /// <summary>Its probability, 0 .. 1.</summary>
    public float Probability => Probabilities[Class];

    /// <summary>The predictions of a whole set.</summary>
    /// <param name="probabilities">[count x classes] row-major.</param>
    /// <param name="classes">Classes.</param>
    public static IReadOnlyList<Prediction> Of(float[] probabilities, int classes) =>
        [.. probabilities.Chunk(classes).Select(row => new Prediction(row))];

    private static int Largest(IReadOnlyList<float> values)
    {
        var best = 0;
        for (var c = 1; c < values.Count; c++)
            if (values[c] > values[best]) best = c;
        return best;
    }
}
