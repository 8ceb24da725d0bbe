namespace CrossbarSim.Core.Backends;

/// <summary>
/// Coincidences of stochastic pulse trains: in each slot of a sample's trains word line j fires with probability B |x|,
/// bit line i with A |d|, and a device where both fire gets one pulse against x d. Samples are applied one after the
/// other, slots in order; expected pulses of a sample are rate |x d| / granularity.
/// </summary>
/// <param name="Rate">Learning rate, above 0.</param>
/// <param name="Length">Slots of a train, 1 .. 31; the most of them with length management.</param>
/// <param name="UpdateManagement">Whether A and B are balanced so that the largest x and d fire equally often.</param>
/// <param name="LengthManagement">Whether trains are only as long as the sample needs; includes update management.</param>
/// <remarks>
/// T. Gokmen, Y. Vlasov: Acceleration of deep neural network training with resistive cross-point devices. Front.
/// Neurosci. 10:333 (2016), doi:10.3389/fnins.2016.00333; management: T. Gokmen, O. M. Onen, W. Haensch, Front.
/// Neurosci. 11:538 (2017), doi:10.3389/fnins.2017.00538. The granularity is <see cref="Arrays.NominalSteps.Granularity"/>.
/// </remarks>
public sealed record Stochastic(
    double Rate, int Length = 31, bool UpdateManagement = true, bool LengthManagement = true) : PulseRule
{
    /// <summary>Most slots: a train is one 32-bit word.</summary>
    public const int MostLength = 31;
}
