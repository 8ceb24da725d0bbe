using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The devices of one layer, one after the other: where each stands, what was fired at it, and what a pulse does.
/// Mutable; starts with every device at P = 0.
/// </summary>
public sealed class ReferenceDevices
{
    /// <summary>Devices that one thread at a time may pulse or ask for; different blocks do not meet.</summary>
    public const int Block = ReferencePopulation.Block;

    private readonly WeightMapping _mapping;
    private readonly ReferencePopulation _population;
    private readonly ReferenceNoise? _noise;
    private readonly ReferenceWriteNoise? _write;
    private readonly int[] _codes;
    private readonly int[] _potentiation;
    private readonly int[] _depression;
    private readonly int[] _refused;

    /// <summary>Makes the devices of a layer.</summary>
    /// <param name="mapping">The nominal device, its variation, and the weights that conductances stand for.</param>
    /// <param name="count">Number of devices.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="keepsLaws">
    /// Whether the law of every device is kept; otherwise, where devices differ in shape, only the one asked for last in each
    /// block of <see cref="Block"/>, for those who go through large arrays device by device.
    /// </param>
    public ReferenceDevices(WeightMapping mapping, int count, ulong seed, int layer, bool keepsLaws = true)
    {
        _mapping = mapping;
        _population = new ReferencePopulation(mapping, seed, layer, count, keepsLaws);
        _noise = mapping.Device.Variation?.C2c is { Sigma: > 0 } noise ? new ReferenceNoise(noise, seed, layer) : null;
        if (mapping.Device.Variation?.Write is { Sigma: > 0 and var sigma }) _write = new ReferenceWriteNoise(sigma, seed, layer);
        (_codes, _potentiation, _depression, _refused) = (new int[count], new int[count], new int[count], new int[count]);
        _population.Stick(_codes);
    }

    /// <summary>State of each device: see <see cref="DevicePosition"/>.</summary>
    public IReadOnlyList<int> Codes => _codes;

    /// <summary>Takes over the state and the accounts of every device.</summary>
    /// <param name="state">As many devices; copied.</param>
    public void Write(LayerState state)
    {
        state.Codes().CopyTo(_codes, 0);
        if (_mapping.Law.IsOneCurve)
            for (var device = 0; device < _codes.Length; device++) _codes[device] = DevicePosition.Position(_codes[device]);
        _population.Stick(_codes);
        state.PotentiationPulses.CopyTo(_potentiation, 0);
        state.DepressionPulses.CopyTo(_depression, 0);
        state.RefusedPulses.CopyTo(_refused, 0);
    }

    /// <summary>The state and the accounts of every device.</summary>
    /// <returns>A copy.</returns>
    public LayerState Read()
    {
        var state = LayerState.FromCodes(_codes, _mapping.HasPositions, !_mapping.Law.IsOneCurve);
        _potentiation.CopyTo(state.PotentiationPulses, 0);
        _depression.CopyTo(state.DepressionPulses, 0);
        _refused.CopyTo(state.RefusedPulses, 0);
        return state;
    }

    /// <summary>The branch on which a device stands.</summary>
    /// <param name="device">Device, from 0.</param>
    public LawBranch Branch(int device) => _population.Law(device).Branch(DevicePosition.IsDepression(_codes[device]));

    /// <summary>P of a device, in its branch's N.</summary>
    /// <param name="device">Device, from 0.</param>
    public int Pulses(int device) => DevicePosition.Pulses(_codes[device]);

    /// <summary>Normalised conductance of a device in its own window.</summary>
    /// <param name="device">Device, from 0.</param>
    public double Fraction(int device) => Fraction(Branch(device), DevicePosition.Position(_codes[device]));

    /// <summary>What is seen of it: with write noise another, which may lie outside the window.</summary>
    /// <param name="device">Device, from 0.</param>
    public double Seen(int device) => _write?.Seen(device, Fired(device), Fraction(device)) ?? Fraction(device);

    /// <summary>Conductance of a device, siemens; with write noise that which is seen, 0 at least.</summary>
    /// <param name="device">Device, from 0.</param>
    public double Conductance(int device) => Math.Max(0, _population.Conductance(device, Seen(device)));

    /// <summary>Window of a device.</summary>
    /// <param name="device">Device, from 0.</param>
    public ConductanceWindow Window(int device) => _population.Window(device);

    /// <summary>Weight (half of a pair's) of a device.</summary>
    /// <param name="device">Device, from 0.</param>
    public double Weight(int device) => _population.Weight(device, Seen(device));

    /// <summary>Whether a device is stuck, or has had all the pulses of its life.</summary>
    /// <param name="device">Device, from 0.</param>
    public bool IsDead(int device) => Fired(device) >= _population.Budget(device);

    /// <summary>
    /// One pulse at a device; refused where it stands exactly at that end of its window, is stuck, or has had all its pulses.
    /// </summary>
    /// <param name="device">Device, from 0.</param>
    /// <param name="rising">Potentiation, else depression.</param>
    /// <param name="gain">How many nominal pulses it is worth, see <see cref="VoltageBranchOptions.Gain"/>; 0 or more.</param>
    /// <returns>Whether it was fired.</returns>
    public bool Fire(int device, bool rising, double gain = 1)
    {
        var law = _population.Law(device);
        var branch = law.Branch(depression: !rising);
        var (start, end) = (PositionOn(branch, device), rising ? End(branch) : 0);
        if (start == end || IsDead(device))
        {
            _refused[device]++;
            return false;
        }

        var next = Noisy(branch, device, start, Next(device, start, end, rising, gain));
        (rising ? _potentiation : _depression)[device]++;
        _codes[device] = DevicePosition.Code(next, depression: !rising && !law.IsOneCurve);
        return true;
    }

    /// <summary>
    /// One pulse that takes a device to the low end of its window, as phase-change memory is reset; none is asked for where it
    /// is there, and it is refused where the device is stuck or has had all its pulses.
    /// </summary>
    /// <param name="device">Device, from 0.</param>
    /// <returns>Whether it was fired; it counts as depression.</returns>
    public bool Reset(int device)
    {
        if (DevicePosition.Position(_codes[device]) == 0) return false;
        if (IsDead(device))
        {
            _refused[device]++;
            return false;
        }

        _depression[device]++;
        _codes[device] = DevicePosition.Code(0, depression: !_mapping.Law.IsOneCurve);
        return true;
    }

    // Where a device stands on a branch; converted only if it is the other one, so that G is continuous.
    private int PositionOn(LawBranch branch, int device) => ReferenceEquals(branch, Branch(device))
        ? DevicePosition.Position(_codes[device])
        : Nearest(branch, Fraction(device));

    private int Next(int device, int start, int end, bool rising, double gain)
    {
        var step = _population.Step(device, rising, gain);
        return rising ? (int)Math.Min((long)start + step, end) : Math.Max(start - step, end);
    }

    private int Noisy(LawBranch branch, int device, int start, int next)
    {
        // A pulse that is too weak to move a device does not disturb it either.
        if (_noise is null || next == start) return next;
        return Nearest(branch, _noise.Disturb(device, Fired(device), Fraction(branch, start), Fraction(branch, next)));
    }

    private int Fired(int device) => _potentiation[device] + _depression[device];

    private static double Fraction(LawBranch branch, int position) =>
        branch.Fraction((double)position / DevicePosition.One);

    private static int Nearest(LawBranch branch, double fraction) =>
        (int)Math.Clamp(Math.Round(branch.Position(fraction) * DevicePosition.One), 0, End(branch));

    private static int End(LawBranch branch) => branch.Pulses << DevicePosition.Bits;
}
