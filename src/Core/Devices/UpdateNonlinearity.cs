namespace CrossbarSim.Core.Devices;

/// <summary>
/// How strongly any curve bends, by the measure of NeuroSim's label: the perpendicular distance of u(p) from its diagonal
/// where it is largest, in steps of 0.07.
/// </summary>
/// <remarks>
/// See <see cref="NeurosimLabel"/>. Above 0 the rising curve is concave, below 0 convex: a device that saturates in both
/// directions has it above 0 for potentiation and below 0 for depression. A curve with bends of both kinds has the sign
/// of the larger one.
/// </remarks>
public static class UpdateNonlinearity
{
    // A curve bends no more often than this: between neighbours it has one maximum.
    private const int Parts = 2_000;
    private const int Thirds = 60;

    /// <summary>The label of a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>0 for a straight line; within 1e-6 of the label of a NeuroSim curve.</returns>
    public static double Of(IConductanceCurve curve)
    {
        double Bend(int part) => Distance(curve, (double)part / Parts);
        var most = Enumerable.Range(0, Parts + 1).MaxBy(part => Math.Abs(Bend(part)));
        var sign = Math.Sign(Bend(most));
        return sign * Largest(p => sign * Distance(curve, p), most) / NeurosimLabel.UnitDistance;
    }

    private static double Distance(IConductanceCurve curve, double position) => curve.Fraction(position) - position;

    // Of three thirds one without the maximum is dropped.
    private static double Largest(Func<double, double> distance, int part)
    {
        var (low, high) = (Math.Max(part - 1, 0) / (double)Parts, Math.Min(part + 1, Parts) / (double)Parts);
        for (var k = 0; k < Thirds; k++)
        {
            var third = (high - low) / 3;
            if (distance(low + third) < distance(high - third)) low += third;
            else high -= third;
        }

        return distance((low + high) / 2);
    }
}
