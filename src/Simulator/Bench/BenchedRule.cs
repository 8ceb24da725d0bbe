using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Bench;

/// <summary>
/// A rule, with the devices and numbers that it is measured with: those of <c>configs/rules</c> where it has a file there.
/// </summary>
/// <param name="Name">Name, as in <c>rule.kind</c>.</param>
/// <param name="Pulses">N of its linear devices.</param>
/// <param name="OfBatch">The rule for a size of mini-batch.</param>
internal sealed record BenchedRule(string Name, int Pulses, Func<int, BatchRule> OfBatch)
{
    // Up to here a threshold of a small mini-batch's gradients, beyond it one of a large one's.
    private const int SmallBatch = 128;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BenchedRule> All { get; } =
    [
        new("sgd", 100, _ => new Sgd(0.1)) { LinearPasses = 2 },
        new("epoch-sign", 100, _ => new Sgd(0.01)) { LinearPasses = 2, FiresSigns = true },
        new("batch-sign", 100, batch => new BatchSign(batch <= SmallBatch ? 0.003 : 0.001)) { Wmax = [0.3, 0.6] },
        new("accumulate", 100, _ => new Accumulate(0.3)) { LinearPasses = 2 },
        new("stochastic", 1000, _ => new Stochastic(0.1)) { HasGradients = false },
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(rule => rule.Name)];

    /// <summary>Whether every epoch ends with the signs.</summary>
    public bool FiresSigns { get; init; }

    /// <summary>Whether gradients are summed over the mini-batch.</summary>
    public bool HasGradients { get; init; } = true;

    /// <summary>
    /// How often an update goes over four bytes of every weight whose word line was driven: 2 where a weight or an
    /// accumulator is read and written; devices that are pulsed are not counted.
    /// </summary>
    public int LinearPasses { get; init; }

    /// <summary>Weight scale of each layer.</summary>
    public IReadOnlyList<double> Wmax { get; init; } = [1, 1];

    /// <summary>Its devices in each layer.</summary>
    public IReadOnlyList<WeightMapping> Mappings() =>
        [.. Wmax.Select((_, layer) => new WeightMapping(Linear(Pulses), new MappingOptions { Wmax = Wmax }, layer))];

    /// <summary>Linear devices.</summary>
    /// <param name="pulses">N.</param>
    public static LinearDeviceOptions Linear(int pulses) => new() { Gmin = 1e-6, Gmax = 50e-6, Pulses = pulses };
}
