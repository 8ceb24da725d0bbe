namespace CrossbarSim.Core.Backends;

/// <summary>
/// What the original program does differently when it turns an epoch's weight changes into pulses.
/// All off is the corrected rule.
/// </summary>
/// <param name="SharedCounters">Every layer reads and moves the counters of the first layer.</param>
/// <param name="KeepTrainedAtEnds">
/// A weight that was not pulsed (its device stands at the end of the window, or the weight did not move)
/// keeps its trained float value; otherwise every weight is its device's again.
/// </param>
public readonly record struct SignPulseQuirks(bool SharedCounters, bool KeepTrainedAtEnds)
{
    /// <summary>Whether weights can differ from those of the devices, so that they are state of their own.</summary>
    public bool WeightsAreState => SharedCounters || KeepTrainedAtEnds;
}
