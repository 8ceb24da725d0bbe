using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Devices;

/// <summary>How long the trains of one sample are and how often its lines fire, in the float of every backend.</summary>
/// <param name="Length">Slots, 1 .. 31; 0: no train.</param>
/// <param name="RowFactor">Firing probability of a word line per unit of |x|.</param>
/// <param name="ColumnFactor">Firing probability of a bit line per unit of |delta|.</param>
internal readonly record struct PulseTrains(int Length, float RowFactor, float ColumnFactor)
{
    /// <summary>Plans the trains of a sample in one layer.</summary>
    /// <param name="settings">The rule and the layer's granularity.</param>
    /// <param name="largestInput">Largest |x|.</param>
    /// <param name="largestDelta">Largest |delta|.</param>
    public static PulseTrains Plan(TrainSettings settings, float largestInput, float largestDelta)
    {
        var wanted = settings.PulsesPerUnit * (largestInput * largestDelta);
        if (wanted == 0) return default;
        var length = settings.LengthManagement == 1 && wanted < settings.Length ? Ceiling(wanted) : settings.Length;
        var factor = MathF.Sqrt(settings.PulsesPerUnit / length);
        if (settings.UpdateManagement == 0) return new PulseTrains(length, factor, factor);
        var delta = wanted > settings.Length ? largestDelta * (settings.Length / wanted) : largestDelta;
        return new PulseTrains(length, factor * MathF.Sqrt(delta / largestInput), factor * MathF.Sqrt(largestInput / delta));
    }

    /// <summary>
    /// Probability as a bound for 32-bit words: a line fires where its word is below; the largest bound is certain.
    /// </summary>
    public static uint Bound(float probability) => probability >= 1f ? uint.MaxValue : (uint)(probability * 4294967296f);

    /// <summary>Whether a line fires.</summary>
    public static bool Fires(uint word, uint bound) => word < bound || bound == uint.MaxValue;

    private static int Ceiling(float positive)
    {
        var whole = (int)positive;
        return whole < positive ? whole + 1 : whole;
    }
}

/// <summary>The numbers of <see cref="Stochastic"/> for one layer, rounded once.</summary>
/// <param name="PulsesPerUnit">Learning rate / granularity: expected pulses per unit of |x delta|.</param>
/// <param name="Length">Most slots.</param>
/// <param name="UpdateManagement">1: factors are balanced.</param>
/// <param name="LengthManagement">1: trains are as short as the sample allows.</param>
internal readonly record struct TrainSettings(float PulsesPerUnit, int Length, int UpdateManagement, int LengthManagement)
{
    /// <summary>The settings of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="granularity">Nominal step of the layer's weights.</param>
    public static TrainSettings Of(Stochastic rule, float granularity) => new(
        (float)(rule.Rate / granularity), rule.Length,
        rule.UpdateManagement || rule.LengthManagement ? 1 : 0, rule.LengthManagement ? 1 : 0);
}
