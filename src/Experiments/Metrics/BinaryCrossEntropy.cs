namespace CrossbarSim.Experiments.Metrics;

/// <summary>Binary cross-entropy -y ln p - (1 - y) ln(1 - p), nats.</summary>
public static class BinaryCrossEntropy
{
    /// <summary>Smallest probability, of either outcome, that <see cref="Clipped"/> tells apart from 0: that of Keras.</summary>
    public const double Clip = 1e-7;

    /// <summary>Exact: infinite where what happened had probability 0.</summary>
    /// <param name="target">y: 1 if it happened, else 0; or the share of times that it did.</param>
    /// <param name="probability">p, 0 .. 1.</param>
    public static double Of(double target, double probability) => Sum(target, probability, 1 - probability);

    /// <summary>As Keras 3 computes it: p and 1 - p are at least 1e-7 and at most 1 - 1e-7.</summary>
    /// <param name="target">y: 1 if it happened, else 0; or the share of times that it did.</param>
    /// <param name="probability">p, 0 .. 1.</param>
    /// <returns>At most 16.12.</returns>
    public static double Clipped(double target, double probability) =>
        Sum(target, Inside(probability), Inside(1 - probability));

    /// <summary>
    /// As Keras 2 computes it in float: p is clipped as in Keras 3, and 1e-7 is then added under both logarithms. So a
    /// sure mistake costs 15.42 or 15.33, depending on its side, and a sure hit nothing at all.
    /// </summary>
    /// <param name="target">y: 1 if it happened, else 0.</param>
    /// <param name="probability">p, 0 .. 1.</param>
    public static float Keras2(float target, float probability)
    {
        const float Epsilon = (float)Clip;
        var p = Math.Clamp(probability, Epsilon, 1 - Epsilon);
        return -(target * MathF.Log(p + Epsilon) + (1 - target) * MathF.Log(1 - p + Epsilon));
    }

    /// <summary>Mean over samples and classes, each class being right or wrong on its own (one-hot targets), clipped.</summary>
    /// <param name="probabilities">Row-major [samples x classes], 0 .. 1.</param>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>Nats; NaN without samples.</returns>
    public static double Mean(ReadOnlySpan<float> probabilities, ReadOnlySpan<byte> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, labels.Length * classes);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
            sum += Clipped(k % classes == labels[k / classes] ? 1 : 0, probabilities[k]);
        return sum / probabilities.Length;
    }

    // What has no weight adds nothing, however improbable it is.
    private static double Sum(double target, double p, double q) => -(Term(target, p) + Term(1 - target, q));

    private static double Term(double weight, double probability) =>
        weight == 0 ? 0 : weight * Math.Log(probability);

    private static double Inside(double probability) => Math.Clamp(probability, Clip, 1 - Clip);
}
