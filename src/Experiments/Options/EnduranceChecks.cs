using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets.Digits;

namespace CrossbarSim.Experiments.Options;

/// <summary>Whether devices last as long as a rule may pulse them.</summary>
internal static class EnduranceChecks
{
    // Both MNIST sets; what another holds is not known before it is read.
    private const int UsualSamples = 60_000;

    public static IEnumerable<Problem> Check(ExperimentOptions experiment)
    {
        var most = MostPulses(experiment);
        foreach (var (layer, device) in experiment.Device.Index())
            if (device.Variation?.Endurance?.Pulses is { } pulses && pulses < most)
                yield return new Problem(
                    "CBS0244", (experiment.Device.Count == 1 ? "device" : $"device.{layer}") + ".variation.endurance",
                    FormattableString.Invariant(
                        $"{pulses:N0} pulses are fewer than the {most:N0} that one epoch may ask of a device"),
                    Severity.Warning);
    }

    // Pulses that one device may be asked for in an epoch.
    private static long MostPulses(ExperimentOptions experiment)
    {
        var data = experiment.Dataset;
        var whole = data.Name == EmbeddedDigits.Name ? EmbeddedDigits.TrainingCount : UsualSamples;
        var samples = (long)(data.TrainSamples ?? whole) - data.Validation;
        var batches = (samples + experiment.Training.Batch - 1) / experiment.Training.Batch;
        return experiment.Rule switch
        {
            EpochSignOptions => 1,
            BatchSignOptions => batches,
            AccumulateOptions accumulate => batches * accumulate.MaxPulses,
            StochasticOptions stochastic => samples * stochastic.Length,
            _ => 0,
        };
    }
}
