using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;

namespace CrossbarSim.Core.Programming;

/// <summary>
/// Programs the weights of one layer onto simulated devices that start at gmin, device by device: a function of the seed,
/// the layer and the weights alone.
/// </summary>
/// <param name="mapping">The nominal device with its variation, and how conductances become weights.</param>
/// <param name="verify">How write-verify goes; null: open loop, as many rising pulses as the nominal law asks for.</param>
public sealed class ArrayProgrammer(WeightMapping mapping, WriteVerifyOptions? verify)
{
    // What rounding may put a weight beyond the end of the range.
    private const double Slack = 1e-9;

    /// <summary>Programs an array.</summary>
    /// <param name="weights">The wanted weights, finite.</param>
    /// <param name="seed">Seed: which devices, and which noise.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="threads">Threads at most; the result does not depend on it.</param>
    public ProgrammedArray Program(IReadOnlyList<double> weights, ulong seed, int layer, int threads = 1)
    {
        var targets = Targets(weights);
        var devices = new ReferenceDevices(mapping, targets.Length, seed, layer, keepsLaws: false);
        var twins = new DeviceTwins(mapping, devices, seed, layer);
        var writer = verify is null ? null : new WriteVerify(twins, verify);
        var (cells, errors) = (new CellOutcome[targets.Length], new double[targets.Length]);
        var blocks = (targets.Length + ReferenceDevices.Block - 1) / ReferenceDevices.Block;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            var end = Math.Min(targets.Length, (block + 1) * ReferenceDevices.Block);
            for (var device = block * ReferenceDevices.Block; device < end; device++)
            {
                cells[device] = writer?.Program(device, targets[device]) ?? Blind(twins, device, targets[device]);
                errors[device] = twins.Fraction(device) - targets[device];
            }
        });
        return new ProgrammedArray(devices.Read(), cells, errors, weights.Count(IsBeyond));
    }

    // u of every device.
    private double[] Targets(IReadOnlyList<double> weights)
    {
        var (targets, (low, high)) = (new double[weights.Count * mapping.DevicesPerWeight], mapping.Range);
        for (var cell = 0; cell < weights.Count; cell++)
        {
            var (plus, minus) = mapping.Wanted(Math.Clamp(weights[cell], low, high));
            targets[cell * mapping.DevicesPerWeight] = Math.Clamp(plus, 0, 1);
            if (mapping.DevicesPerWeight == 2) targets[2 * cell + 1] = Math.Clamp(minus, 0, 1);
        }

        return targets;
    }

    private bool IsBeyond(double weight)
    {
        var (low, high) = mapping.Range;
        var slack = Slack * (high - low);
        return weight < low - slack || weight > high + slack;
    }

    private CellOutcome Blind(DeviceTwins twins, int device, double target)
    {
        var (asked, fired) = (mapping.NearestFraction(target), 0);
        for (var pulse = 0; pulse < asked; pulse++)
            if (twins.Fire(device, rising: true) == PulseOutcome.Fired) fired++;
        return new CellOutcome(StopReason.NotVerified, fired, 0);
    }
}
