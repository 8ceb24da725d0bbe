using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>What devices that only rise need of the mapping and the rule.</summary>
internal static class DirectionChecks
{
    public static IEnumerable<Problem> Check(ExperimentOptions experiment)
    {
        var mapping = experiment.Mapping;
        if (mapping.Pair != PairUpdate.One && experiment.Device.FirstOrDefault(IsOneDirectional) is { } device)
            yield return new Problem("CBS0343", "mapping",
                $"{device.Name} has direction: potentiation, so a weight can only fall by raising the minus device of a pair: "
                + "give mapping: { kind: differential, pair: one }");
        if (mapping.Refresh is not null && experiment.Rule is EpochSignOptions or { IsFloat: true })
            yield return new Problem("CBS0344", "mapping.refresh",
                "refresh goes between the pulses of mini-batches, which only batch-sign, accumulate and stochastic fire");
    }

    private static bool IsOneDirectional(DeviceOptions device) => device.Direction == DeviceDirection.Potentiation;
}
