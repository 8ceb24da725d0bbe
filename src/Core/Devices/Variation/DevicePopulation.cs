using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// The devices of one array, each with its own parameters: a function of (seed, layer, device) alone. An array is null
/// where every device is nominal.
/// </summary>
public sealed class DevicePopulation
{
    private const double LeastShape = 0.1;
    private const double LeastGain = 1.0 / DevicePosition.One;

    // Each parameter has deviates of its own, so that asking for one spread does not change another.
    private enum Parameter : uint
    {
        Gmin,
        Gmax,
        PotentiationGain,
        DepressionGain,
        PotentiationShape,
        DepressionShape,
        Step,
        Fault,
        Place,
        Endurance,
    }

    private readonly DeviceOptions _device;
    private readonly RandomNumbers _numbers;
    private readonly int _count;

    /// <summary>Draws the devices of an array.</summary>
    /// <param name="device">The nominal device and its variation.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices of the array.</param>
    public DevicePopulation(DeviceOptions device, ulong seed, int layer, int count)
    {
        (_device, _count) = (device, count);
        if (device.Variation is not { } variation) return;
        _numbers = new RandomNumbers(seed, StreamKind.DeviceSpread, layer);
        if (variation.Faults is { } faults) Faults = DrawFaults(faults);
        if (variation.D2d is { } spread) DrawSpread(spread);
        if (variation.Faults is { AnyStuck: true } stuck) Stick(stuck);
        if (variation.Faults is { AnySluggish: true, Sluggish.Factor: var factor }) Slow(factor);
        Budget = DrawBudgets(variation);
    }

    /// <summary>Lower end of each device's window, siemens.</summary>
    public double[]? Gmin { get; private set; }

    /// <summary>Upper end of each device's window, siemens; that of an unformed device has no width.</summary>
    public double[]? Gmax { get; private set; }

    /// <summary>Factor on how far a rising pulse moves each device.</summary>
    public double[]? PotentiationGain { get; private set; }

    /// <summary>Factor on how far a falling pulse moves each device.</summary>
    public double[]? DepressionGain { get; private set; }

    /// <summary>Factor on the shape parameter of each device's rising branch.</summary>
    public double[]? PotentiationShape { get; private set; }

    /// <summary>Factor on the shape parameter of each device's falling branch.</summary>
    public double[]? DepressionShape { get; private set; }

    /// <summary>What is wrong with each device.</summary>
    public IReadOnlyList<DeviceFault>? Faults { get; }

    /// <summary>P of the potentiation branch at which each device is stuck; below 0 where it is not.</summary>
    public int[]? StuckAt { get; private set; }

    /// <summary>Pulses, of both directions, after which each device refuses all further ones; 0 where it is stuck.</summary>
    public int[]? Budget { get; }

    /// <summary>The smallest and the largest factor on a shape parameter that a spread can give.</summary>
    /// <param name="spread">The spread.</param>
    /// <param name="nominal">The parameter of the branch.</param>
    public static (double Low, double High) ShapeRange(SpreadOptions spread, double nominal)
    {
        var (low, high) = spread.FactorRange(nominal);
        return (Math.Max(LeastShape, low), Math.Max(LeastShape, high));
    }

    /// <summary>States with the devices that are stuck where they are stuck.</summary>
    /// <param name="codes">See <see cref="DevicePosition"/>; changed.</param>
    /// <returns>The same array.</returns>
    public int[] Stuck(int[] codes)
    {
        if (StuckAt is null) return codes;
        for (var k = 0; k < codes.Length; k++)
            if (StuckAt[k] >= 0) codes[k] = DevicePosition.Code(StuckAt[k] << DevicePosition.Bits, depression: false);
        return codes;
    }

    private DeviceFault[] DrawFaults(FaultOptions faults) =>
        [.. Devices().Select(k => faults.Of(_numbers.Uniform(k, (uint)Parameter.Fault)))];

    private void DrawSpread(DeviceSpreadOptions spread)
    {
        var window = _device.Window;
        if (SpreadOptions.Differs(spread.Gmin) || SpreadOptions.Differs(spread.Gmax))
            (Gmin, Gmax) = (Ends(Parameter.Gmin, spread.Gmin, window.Gmin), Ends(Parameter.Gmax, spread.Gmax, window.Gmax));
        if (spread.HasGains)
        {
            var shared = Factors(Parameter.Step, spread.Step, _device.StepValue);
            PotentiationGain = Gains(Factors(Parameter.PotentiationGain, spread.Gain, 1), shared);
            DepressionGain = Gains(Factors(Parameter.DepressionGain, spread.Gain, 1), shared);
        }

        PotentiationShape = Shapes(Parameter.PotentiationShape, spread.Shape, depression: false);
        DepressionShape = _device.CreateLaw().IsOneCurve
            ? PotentiationShape
            : Shapes(Parameter.DepressionShape, spread.Shape, depression: true);
    }

    // Conductance does not depend on P in an unformed device: its window has no width.
    private void Stick(FaultOptions faults)
    {
        var end = _device.CreateLaw().Potentiation.Pulses;
        StuckAt = [.. Faults!.Select((fault, k) => fault switch
        {
            DeviceFault.StuckGmin or DeviceFault.Unformed => 0,
            DeviceFault.StuckGmax => end,
            DeviceFault.StuckAnywhere => _numbers.Below(end + 1, (uint)k, (uint)Parameter.Place),
            _ => -1,
        })];
        if (faults.Unformed == 0) return;
        Gmin ??= Same(_device.Window.Gmin);
        Gmax ??= Same(_device.Window.Gmax);
        for (var k = 0; k < _count; k++)
            if (Faults![k] == DeviceFault.Unformed) Gmin[k] = Gmax[k] = faults.UnformedConductance;
    }

    private void Slow(double factor)
    {
        PotentiationGain ??= Same(1);
        DepressionGain ??= Same(1);
        for (var k = 0; k < _count; k++)
        {
            if (Faults![k] != DeviceFault.Sluggish) continue;
            PotentiationGain[k] = Math.Max(LeastGain, PotentiationGain[k] * factor);
            DepressionGain[k] = Math.Max(LeastGain, DepressionGain[k] * factor);
        }
    }

    private int[]? DrawBudgets(VariationOptions variation)
    {
        if (variation.Endurance?.Pulses is null && StuckAt is null) return null;
        SpreadOptions normal = 1;
        var deviates = normal.Deviates(_numbers, (uint)Parameter.Endurance, _count);
        var endurance = variation.Endurance ?? new EnduranceOptions();
        return [.. deviates.Select((deviate, k) => StuckAt is { } at && at[k] >= 0 ? 0 : endurance.Budget(deviate))];
    }

    private double[] Ends(Parameter parameter, SpreadOptions? spread, double nominal) => !SpreadOptions.Differs(spread)
        ? Same(nominal)
        : [.. spread!.Deviates(_numbers, (uint)parameter, _count).Select(xi => Math.Max(0, spread.ValueOf(nominal, xi)))];

    private double[]? Factors(Parameter parameter, SpreadOptions? spread, double nominal) => !SpreadOptions.Differs(spread)
        ? null
        : [.. spread!.Deviates(_numbers, (uint)parameter, _count).Select(xi => spread.FactorOf(nominal, xi))];

    private double[] Gains(double[]? own, double[]? shared) =>
        [.. Devices().Select(k => Math.Max(LeastGain, Math.Abs((own?[k] ?? 1) * (shared?[k] ?? 1))))];

    private double[]? Shapes(Parameter parameter, SpreadOptions? spread, bool depression) =>
        Factors(parameter, spread, _device.ShapeValue(depression))?.Select(factor => Math.Max(LeastShape, factor)).ToArray();

    private double[] Same(double value) => [.. Enumerable.Repeat(value, _count)];

    private IEnumerable<uint> Devices() => Enumerable.Range(0, _count).Select(k => (uint)k);
}
