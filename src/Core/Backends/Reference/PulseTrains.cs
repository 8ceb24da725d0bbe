namespace CrossbarSim.Core.Backends.Reference;

/// <summary>How the pulse trains of one sample are made.</summary>
/// <param name="Slots">Slots of a train; 0: no pulses.</param>
/// <param name="InputScale">B: probability of a pulse in a slot of a word line, per |x|; above 1 counts as 1.</param>
/// <param name="DeltaScale">A: the same of a bit line, per |d|.</param>
public readonly record struct PulseTrains(int Slots, double InputScale, double DeltaScale)
{
    /// <summary>Plans the trains of a sample, so that a device expects rate |x d| / granularity pulses.</summary>
    /// <param name="rule">Rate, length and management.</param>
    /// <param name="granularity">Weight that one pulse moves, above 0.</param>
    /// <param name="largestInput">Largest |x| of the sample.</param>
    /// <param name="largestDelta">Largest |d| of the sample.</param>
    /// <remarks>
    /// With k = rate x_max d_max / granularity, length management takes ceil(k) slots, at most the rule's. Update
    /// management lets the largest x and the largest d fire equally often, with probability sqrt(k / slots); where that
    /// is above 1, x is scaled to fire always and large d are clipped.
    /// </remarks>
    public static PulseTrains Plan(Stochastic rule, double granularity, double largestInput, double largestDelta)
    {
        if (largestInput == 0 || largestDelta == 0) return default;
        var wanted = rule.Rate * largestInput * largestDelta / granularity;
        var slots = rule.LengthManagement ? (int)Math.Clamp(Math.Ceiling(wanted), 1, rule.Length) : rule.Length;
        var scale = Math.Sqrt(rule.Rate / (granularity * slots));
        if (!rule.UpdateManagement && !rule.LengthManagement) return new PulseTrains(slots, scale, scale);
        var delta = wanted > rule.Length ? largestDelta * rule.Length / wanted : largestDelta;
        return new PulseTrains(slots, scale * Math.Sqrt(delta / largestInput), scale * Math.Sqrt(largestInput / delta));
    }
}
