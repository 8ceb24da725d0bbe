using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Experiments.Results;

/// <summary>The conductances of the devices of one array, each with its own window and curve where they differ.</summary>
/// <param name="device">The nominal device and its variation.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
/// <param name="population">The devices of the array.</param>
internal sealed class DeviceConductances(DeviceOptions device, ulong seed, int layer, DevicePopulation population)
{
    private readonly ShapedLaws _laws = new(device);
    private readonly ReferenceWriteNoise? _noise =
        device.Variation?.Write is { Sigma: > 0 and var sigma } ? new ReferenceWriteNoise(sigma, seed, layer) : null;

    /// <summary>
    /// Conductance of every device, siemens: that which is seen, where write noise makes it differ from the state; 0 at least.
    /// </summary>
    /// <param name="state">Where each device stands.</param>
    public double[] Of(LayerState state)
    {
        var codes = state.Codes();
        var conductances = new double[codes.Length];
        for (var at = 0; at < codes.Length; at++)
        {
            var u = Fraction(at, codes[at]);
            if (_noise is not null) u = _noise.Seen(at, state.PotentiationPulses[at] + state.DepressionPulses[at], u);
            conductances[at] = Math.Max(0, WindowOf(at).Conductance(u));
        }

        return conductances;
    }

    private double Fraction(int at, int code)
    {
        var falling = DevicePosition.IsDepression(code);
        return BranchOf(at, falling).Fraction((double)DevicePosition.Position(code) / DevicePosition.One);
    }

    // Made when it is needed: the curves of a hundred thousand devices might not fit in memory.
    private LawBranch BranchOf(int at, bool falling) => (falling ? population.DepressionShape : population.PotentiationShape) is
        { } shapes ? _laws.Branch(falling, shapes[at]) : _laws.Nominal.Branch(falling);

    private ConductanceWindow WindowOf(int at) => population is { Gmin: { } low, Gmax: { } high }
        ? new ConductanceWindow(low[at], high[at])
        : device.Window;
}
