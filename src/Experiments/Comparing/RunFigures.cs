using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>What one seed of one device came to.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Rows">Its epochs.</param>
/// <param name="Pulses">Its devices by the pulses they got.</param>
/// <param name="EnergyJoules">Energy of its pulses; null: nothing says what a pulse is.</param>
public sealed record RunFigures(ulong Seed, IReadOnlyList<EpochRow> Rows, PulseCounts Pulses, double? EnergyJoules)
{
    /// <summary>Fraction of the test samples classified right after the last epoch, 0 .. 1.</summary>
    public double Accuracy => Rows[^1].TestAccuracy!.Value;
}
