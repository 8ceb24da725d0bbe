using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Imports;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>The step laws against single pulses of aihwkit.</summary>
public sealed class AihwkitTraceTests
{
    private static readonly ConductanceWindow Window = new(1e-6, 50e-6);
    private static readonly AihwkitSteps Usual = new(DwMin: 0.02, UpDown: 0, WMin: -0.6, WMax: 0.6);
    private static readonly AihwkitSteps Skewed = Usual with { WMin = -0.5, WMax = 0.8 };

    public static TheoryData<string> Models => [.. Traces().Select(row => row["model"]).Distinct()];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_steps_of_the_law_are_those_of_the_program(string model)
    {
        // Sums of 210 floats, printed with 7 digits.
        const double Bound = 2e-7;
        var (steps, _, up, down) = Model(model);
        var u = steps.Fraction(0);
        foreach (var (rising, weight, pulse) in Trace(model))
        {
            u = rising ? Math.Min(1, u + up.Move(u)) : Math.Max(0, u - down.Move(1 - u));
            Near.Equal(steps.Fraction(weight), u, Bound, $"u after pulse {pulse}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_device_that_starts_between_whole_pulses_follows_the_program(string model)
    {
        // Between whole pulses a device moves on straight lines, which cut the corners of the exact law: it is off by up
        // to an eighth of what its step changes from pulse to pulse, and by a 64th of a step where the last pulse is cut short.
        const double Bound = 2e-4;
        var (steps, device, _, _) = Model(model);
        var devices = Place(device, steps.Fraction(0));
        foreach (var (rising, weight, pulse) in Trace(model))
        {
            devices.Fire(0, rising);
            Near.Equal(weight, steps.Weight(devices.Fraction(0)), Bound, $"w after pulse {pulse}");
        }
    }

    private static (AihwkitSteps Steps, DeviceOptions Device, StepBranchOptions Up, StepBranchOptions Down) Model(string name) =>
        name switch
        {
            "constant" => With(Usual, devices => devices.ConstantStep()),
            "constant_updown+0.3" => With(Usual with { UpDown = 0.3 }, devices => devices.ConstantStep()),
            "linear_0.5_0.2" => With(Skewed, devices => devices.LinearStep(0.5, 0.2)),
            "softbounds" => With(Skewed with { UpDown = 0.2 }, devices => devices.SoftBounds()),
            "exp_default" => With(Usual, devices => devices.ExpStep(
                up: (0.00081, 12.44625), down: (0.36833, 12.78785), a: 0.244, b: 0.2425)),
            _ => With(Usual, devices => devices.Piecewise([1.5, 1.2, 1, 0.8, 0.5], [0.5, 0.8, 1, 1.2, 1.6])),
        };

    private static (AihwkitSteps Steps, DeviceOptions Device, StepBranchOptions Up, StepBranchOptions Down) With<TBranch>(
        AihwkitSteps steps, Func<AihwkitDevices, StepDeviceOptions<TBranch>> create)
        where TBranch : StepBranchOptions
    {
        var device = create(new AihwkitDevices(steps, Window));
        return (steps, device, device.Potentiation, device.Depression!);
    }

    private static ReferenceDevices Place(DeviceOptions device, double fraction)
    {
        var mapping = new WeightMapping(device, new MappingOptions());
        var devices = new ReferenceDevices(mapping, count: 1, seed: 1, layer: 0);
        var start = mapping.Law.Potentiation.Position(fraction) * DevicePosition.One;
        devices.Write(LayerState.FromCodes([(int)Math.Round(start)], positions: true, branches: true));
        return devices;
    }

    private static IEnumerable<(bool Rising, double Weight, string Pulse)> Trace(string model) =>
        Traces().Where(row => row["model"] == model).Select(row => (
            row["direction"] == "1", double.Parse(row["w"], CultureInfo.InvariantCulture), row["pulse"]));

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Traces() => GoldenFiles.Csv("aihwkit/traces.csv");
}
