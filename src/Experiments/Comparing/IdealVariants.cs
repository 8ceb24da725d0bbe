using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>A device with one parameter after another made ideal: what each of them costs.</summary>
/// <remarks>
/// <c>nonlinearity</c>: both directions linear, with their N. <c>asymmetry</c>: falling pulses walk the rising curve.
/// <c>states</c>: four times as many pulses. And each section under <c>variation</c>, whatever it is, taken out.
/// What is ideal already, or cannot be changed within the ranges of its keys, has no variant. A spread of a shape parameter
/// goes where a law without it takes the place of the device's.
/// </remarks>
public static class IdealVariants
{
    // A smaller label is no bend: it is below the noise of any device.
    private const double Straight = 0.01;

    /// <summary>The variants of a device.</summary>
    /// <param name="layers">The device of every layer, or one for each.</param>
    public static IReadOnlyList<IdealVariant> Of(IReadOnlyList<DeviceOptions> layers) =>
        [.. Changes().Select(change => Variant(change, layers)).OfType<IdealVariant>()];

    private static IEnumerable<(string Parameter, Func<DeviceOptions, DeviceOptions?> Change)> Changes() =>
    [
        ("nonlinearity", Linear),
        ("asymmetry", Symmetric),
        .. typeof(VariationOptions).GetProperties().Where(section => section.CanWrite).Select(section =>
            (OptionNames.Key(section.Name), new Func<DeviceOptions, DeviceOptions?>(device => Without(device, section)))),
        ("states", FinerSteps.Of),
    ];

    // A layer whose device is ideal already stays as it is.
    private static IdealVariant? Variant(
        (string Parameter, Func<DeviceOptions, DeviceOptions?> Change) change, IReadOnlyList<DeviceOptions> layers)
    {
        var changed = layers.Select(layer => change.Change(layer) is { } device && IsSound(device) ? device : null).ToList();
        return changed.All(device => device is null)
            ? null
            : new IdealVariant(change.Parameter, [.. changed.Zip(layers, (variant, device) => variant ?? device)]);
    }

    // A spread in the unit of the step, for example, may be too much for a quarter of it.
    private static bool IsSound(DeviceOptions device) =>
        device is not IChecked options || options.Check().All(problem => problem.Severity != Severity.Error);

    private static LinearDeviceOptions? Linear(DeviceOptions device)
    {
        var law = device.CreateLaw();
        return IsStraight(law.Potentiation) && IsStraight(law.Depression) ? null : new LinearDeviceOptions
        {
            Name = device.Name,
            Gmin = device.Window.Gmin,
            Gmax = device.Window.Gmax,
            Pulses = law.Potentiation.Pulses,
            Depression = law.Depression.Pulses == law.Potentiation.Pulses
                ? null
                : new BranchOptions { Pulses = law.Depression.Pulses },
            Direction = device.Direction,
            Variation = WithoutShape(device.Variation),
            Voltage = device.Voltage,
        };
    }

    private static bool IsStraight(LawBranch branch) => Math.Abs(UpdateNonlinearity.Of(branch.Curve)) < Straight;

    private static DeviceOptions? Symmetric(DeviceOptions device)
    {
        var law = device.CreateLaw();
        if (law.IsOneCurve || device.Direction != DeviceDirection.Both
            || (law.Potentiation.Pulses == law.Depression.Pulses && SameCurve(law))) return null;
        return device switch
        {
            ExponentialDeviceOptions own => own with { Depression = null, Branches = null },
            NeurosimDeviceOptions own => own with { Depression = own.Potentiation },
            _ => Tabulated(device, law.Potentiation),
        };
    }

    private static bool SameCurve(ConductanceLaw law) => Enumerable.Range(0, 101).All(percent =>
        Math.Abs(law.Potentiation.Curve.Fraction(percent / 100.0) - law.Depression.Curve.Fraction(percent / 100.0)) < 1e-3);

    private static TableDeviceOptions Tabulated(DeviceOptions device, LawBranch rising) => new()
    {
        Name = device.Name,
        Pulses = rising.Pulses,
        Table = new TablePoints
        {
            Pulse = [.. Enumerable.Range(0, rising.Pulses + 1).Select(p => (double)p)],
            Conductance = [.. rising.Fractions().Select(device.Window.Conductance)],
        },
        Variation = WithoutShape(device.Variation),
        Voltage = device.Voltage,
    };

    private static VariationOptions? WithoutShape(VariationOptions? variation) => variation?.D2d is not { } spread
        ? variation
        : variation with
        {
            D2d = new DeviceSpreadOptions
            {
                Gmin = spread.Gmin,
                Gmax = spread.Gmax,
                Gain = spread.Gain,
                Step = spread.Step?.Of == SpreadReference.Absolute ? null : spread.Step,
            },
        };

    private static DeviceOptions? Without(DeviceOptions device, System.Reflection.PropertyInfo section)
    {
        if (device.Variation is not { } variation || section.GetValue(variation) is null) return null;
        var rest = variation with { };
        section.SetValue(rest, null);
        return device with { Variation = rest };
    }
}
