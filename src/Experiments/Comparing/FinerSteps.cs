using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>The same curves in steps of a quarter: four times as many states.</summary>
internal static class FinerSteps
{
    private const int Factor = 4;

    // The smallest value of the key `step`.
    private const double LeastStep = 1e-5;

    /// <summary>The device with smaller steps.</summary>
    /// <param name="device">Any device.</param>
    /// <returns>Null where the result would be no valid device.</returns>
    public static DeviceOptions? Of(DeviceOptions device)
    {
        var law = device.CreateLaw();
        return Factor * Math.Max(law.Potentiation.Pulses, law.Depression.Pulses) > DeviceOptions.MostPulses ? null : device switch
        {
            LinearDeviceOptions own => own with
            {
                Pulses = Factor * own.Pulses,
                Potentiation = More(own.Potentiation),
                Depression = More(own.Depression),
            },
            TableDeviceOptions own => own with
            {
                Pulses = Factor * own.Pulses,
                Potentiation = More(own.Potentiation),
                Depression = More(own.Depression),
            },
            ExponentialDeviceOptions own => own with
            {
                Pulses = Factor * own.Pulses,
                Potentiation = More(own.Potentiation)!,
                Depression = More(own.Depression),
            },
            NeurosimDeviceOptions own => own with
            {
                Pulses = Factor * own.Pulses,
                Potentiation = Slower(own.Potentiation),
                Depression = Slower(own.Depression),
            },
            ConstantStepDeviceOptions own => Stepped(own),
            LinearStepDeviceOptions own => Stepped(own),
            SoftBoundsDeviceOptions own => Stepped(own),
            ExpStepDeviceOptions own => Stepped(own),
            PowStepDeviceOptions own => Stepped(own),
            PiecewiseDeviceOptions own => Stepped(own),
            _ => null,
        };
    }

    private static TBranch? More<TBranch>(TBranch? branch)
        where TBranch : BranchOptions => branch is null ? null : (TBranch)(branch with { Pulses = Factor * branch.Pulses });

    private static NeurosimBranchOptions Slower(NeurosimBranchOptions branch) =>
        branch with { Pulses = Factor * branch.Pulses, APulses = Factor * branch.APulses };

    private static StepDeviceOptions<TBranch>? Stepped<TBranch>(StepDeviceOptions<TBranch> device)
        where TBranch : StepBranchOptions
    {
        TBranch Smaller(TBranch branch) => (TBranch)(branch with
        {
            Step = branch.Step / Factor,
            Pulses = branch.Pulses is { } pulses ? Math.Min(Factor * pulses, DeviceOptions.MostPulses) : null,
        });
        return Math.Min(device.Potentiation.Step, device.Depression?.Step ?? 1) / Factor < LeastStep ? null : device with
        {
            Pulses = Math.Min(Factor * device.Pulses, DeviceOptions.MostPulses),
            Potentiation = Smaller(device.Potentiation),
            Depression = device.Depression is null ? null : Smaller(device.Depression),
        };
    }
}
