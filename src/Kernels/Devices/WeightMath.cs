using CrossbarSim.Core.Devices;

namespace CrossbarSim.Kernels.Devices;

/// <summary>What a rule asks of the devices behind one weight, from their counters alone.</summary>
internal static class WeightMath
{
    /// <summary>Step of the nominal law at a device's P, in weights; at the end of the window the step that leads back.</summary>
    /// <param name="steps">See <see cref="LawTable.Steps"/>.</param>
    /// <param name="law">The law.</param>
    /// <param name="code">State of the device.</param>
    /// <param name="rising">Direction of the pulse.</param>
    public static float Step<TTable>(TTable steps, LawParameters law, int code, bool rising)
        where TTable : struct, ITable<float>
    {
        var depression = DevicePosition.IsDepression(code);
        var first = depression ? 2 * (law.Up.Pulses + 1) : 0;
        return steps.At(first + (rising ? law.Branch(depression).Pulses + 1 : 0) + DevicePosition.Pulses(code));
    }

    /// <summary>Step of a pair whose devices both move, in opposite directions: of those that can, or the way back.</summary>
    /// <param name="steps">See <see cref="LawTable.Steps"/>.</param>
    /// <param name="law">The law.</param>
    /// <param name="plus">State of the plus device.</param>
    /// <param name="minus">State of the minus device.</param>
    /// <param name="rising">Direction of the weight.</param>
    public static float StepOfBoth<TTable>(TTable steps, LawParameters law, int plus, int minus, bool rising)
        where TTable : struct, ITable<float>
    {
        var (first, second) = (Step(steps, law, plus, rising), Step(steps, law, minus, !rising));
        var (canFirst, canSecond) = (CanMove(law, plus, rising), CanMove(law, minus, !rising));
        return canFirst == canSecond ? first + second : canFirst ? first : second;
    }

    /// <summary>
    /// Whether the plus device of a pair is at least as far from the end that its pulse moves to as the minus device.
    /// </summary>
    public static bool PlusIsBetter(LawParameters law, int plus, int minus, bool rising) =>
        Distance(law, plus, rising) * PulsesOf(law, minus) >= Distance(law, minus, !rising) * PulsesOf(law, plus);

    private static bool CanMove(LawParameters law, int code, bool rising) => Distance(law, code, rising) != 0;

    private static int Distance(LawParameters law, int code, bool rising) =>
        rising ? PulsesOf(law, code) - DevicePosition.Pulses(code) : DevicePosition.Pulses(code);

    private static int PulsesOf(LawParameters law, int code) => law.Branch(DevicePosition.IsDepression(code)).Pulses;
}
