using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The judge of <see cref="Accumulate"/> on one layer. The controller's own numbers, accumulators and steps, are floats
/// as in every backend: they are state, and are saved as floats.
/// </summary>
/// <param name="rule">Rate, and the most pulses of an update.</param>
/// <param name="mapping">The nominal device: all that the controller knows of the devices but their P.</param>
internal sealed class ReferenceAccumulate(Accumulate rule, WeightMapping mapping) : IReferenceRule
{
    private readonly NominalSteps _steps = new(mapping);

    /// <inheritdoc/>
    public void Apply(ReferenceLayer layer, ReferenceArray array, MiniBatch batch)
    {
        var gathered = layer.Accumulators ??= new float[layer.Gradient.Length];
        for (var cell = 0; cell < gathered.Length; cell++)
            if (layer.Gradient[cell] is not 0 and var gradient)
                gathered[cell] = Spend((float)(gathered[cell] + rule.Rate * gradient), array, cell);
    }

    // Fires what the accumulator is worth, at most so many pulses; what is left of it.
    private float Spend(float gathered, ReferenceArray array, int cell)
    {
        for (var pulse = 0; pulse < rule.MaxPulses; pulse++)
        {
            var rising = gathered < 0;
            var step = StepOf(array, array.Pulses(cell, rising));
            if (!(Math.Abs(gathered) > step)) return gathered;
            if (!array.Fire(cell, rising)) return rising ? -step : step;
            gathered += rising ? step : -step;
        }

        return gathered;
    }

    // How far the controller takes the weight to move: only devices that can move count, unless none can.
    private float StepOf(ReferenceArray array, IReadOnlyList<DevicePulse> pulses)
    {
        var able = pulses.Where(pulse => !array.IsAtEnd(pulse)).ToList();
        return (able.Count > 0 ? able : pulses).Aggregate(0f, (sum, pulse) => sum + Nominal(array.Devices, pulse));
    }

    private float Nominal(ReferenceDevices devices, DevicePulse pulse)
    {
        var depression = DevicePosition.IsDepression(devices.Codes[pulse.Device]);
        return (float)_steps.Of(depression, pulse.Rising)[devices.Pulses(pulse.Device)];
    }
}
