using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Batch-sign: one pulse against every gradient beyond the threshold. Twin on the CPU: BatchSignRowStep.</summary>
/// <param name="Thresholds">At least 0, [replicas].</param>
/// <param name="Devices">The layer's devices.</param>
/// <param name="Weights">(out) [replicas x rows x outputs].</param>
internal readonly record struct BatchSignStep(ArrayView<float> Thresholds, DeviceArrays Devices, ArrayView<float> Weights)
    : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(int replica, int cell, int cells, float gradient)
    {
        if (!(MathF.Abs(gradient) > Thresholds[replica])) return;
        if (Devices.Fire(replica, cell, gradient < 0f)) Weights[replica * cells + cell] = Devices.Weight(replica, cell);
    }
}

/// <summary>The numbers of an accumulate rule at one layer.</summary>
/// <param name="Rate">Learning rate.</param>
/// <param name="Least">The smallest nominal step of any state: a sum within it fires no pulse.</param>
/// <param name="Most">Most pulses of one weight.</param>
internal readonly record struct AccumulateNumbers(float Rate, float Least, int Most);

/// <summary>
/// Accumulate: gradients are gathered, and a pulse fired where a whole step has come together. Twin on the CPU:
/// AccumulateRowStep.
/// </summary>
/// <param name="Numbers">The rule, [replicas].</param>
/// <param name="Sums">Accumulators (in, out) [replicas x rows x outputs].</param>
/// <param name="Devices">The layer's devices.</param>
/// <param name="Weights">(out) [replicas x rows x outputs].</param>
internal readonly record struct AccumulateStep(
    ArrayView<AccumulateNumbers> Numbers, ArrayView<float> Sums, DeviceArrays Devices, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(int replica, int cell, int cells, float gradient)
    {
        var at = replica * cells + cell;
        var numbers = Numbers[replica];
        var sum = Fused.MultiplyAdd(numbers.Rate, gradient, Sums[at]);
        if (gradient != 0f && MathF.Abs(sum) > numbers.Least) sum = Fire(replica, cell, at, numbers.Most, sum);
        Sums[at] = sum;
    }

    // A sum above zero asks for a falling pulse; a refused one cuts it to the step.
    private float Fire(int replica, int cell, int at, int most, float sum)
    {
        var (fired, going) = (0, true);
        for (var pulse = 0; going && pulse < most; pulse++)
        {
            var rising = sum < 0f;
            var step = Devices.StepOf(replica, cell, rising);
            going = MathF.Abs(sum) > step;
            if (!going) break;
            going = Devices.Fire(replica, cell, rising);
            if (going) fired++;
            sum = going ? (rising ? sum + step : sum - step) : (rising ? -step : step);
        }

        if (fired > 0) Weights[at] = Devices.Weight(replica, cell);
        return sum;
    }
}
