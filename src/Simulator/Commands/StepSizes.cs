namespace CrossbarSim.Simulator.Commands;

/// <summary>How far pulses of one direction move a device, as shares of its window.</summary>
/// <param name="First">The first pulse from the end where the direction starts.</param>
/// <param name="Middle">The pulse after half of them.</param>
/// <param name="Last">The one that reaches the other end.</param>
internal sealed record StepSizes(double First, double Middle, double Last)
{
    /// <summary>The steps of a direction.</summary>
    /// <param name="fractions">u before its first pulse and after each of them.</param>
    public static StepSizes Of(IReadOnlyList<double> fractions)
    {
        double Step(int pulse) => Math.Abs(fractions[pulse + 1] - fractions[pulse]);
        var pulses = fractions.Count - 1;
        return new StepSizes(Step(0), Step(pulses / 2), Step(pulses - 1));
    }
}
