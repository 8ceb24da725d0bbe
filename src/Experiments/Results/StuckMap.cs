using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Experiments.Results;

/// <summary>Which devices of an array take no pulse any more, and why, as the codes of a state file.</summary>
internal static class StuckMap
{
    /// <summary>What the codes mean.</summary>
    public const string Legend =
        "0 takes pulses, 1 stuck at gmin, 2 stuck at gmax, 3 stuck elsewhere, 4 unformed, 5 worn out";

    /// <summary>Code of a device that has had all its pulses.</summary>
    public const byte WornOut = 5;

    /// <summary>The map of an array.</summary>
    /// <param name="population">Its devices.</param>
    /// <param name="state">What was fired at them.</param>
    /// <returns>One code per device; null where every device takes pulses for ever.</returns>
    public static byte[]? Of(DevicePopulation population, LayerState state) => population.Budget is { } budget
        ? [.. budget.Select((pulses, device) => Code(population.Faults?[device], pulses, Fired(state, device)))]
        : null;

    private static byte Code(DeviceFault? fault, int budget, long fired) => budget == 0
        ? (byte)fault!.Value
        : fired >= budget ? WornOut : (byte)0;

    private static long Fired(LayerState state, int device) =>
        (long)state.PotentiationPulses[device] + state.DepressionPulses[device];
}
