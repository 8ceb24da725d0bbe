using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// Batch-sign: one pulse against every gradient beyond the threshold. Twin on the CPU: BatchSignRowStep.
/// </summary>
/// <param name="Thresholds">At least 0, [replicas].</param>
/// <param name="Devices">The layer's devices.</param>
/// <param name="Weights">(out) [replicas x rows x stride].</param>
internal readonly record struct BatchSignStep(
    ArrayView<float> Thresholds, DeviceArrays Devices, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(Tile tile, int at, int outputs, Eight gradient)
    {
        var threshold = Thresholds[tile.Replica];
        if (!gradient.AnyBeyond(threshold)) return;
        for (var k = 0; k < Eight.Width; k++)
        {
            var (g, output) = (gradient.At(k), tile.Output(k));
            if (output >= outputs || !(MathF.Abs(g) > threshold)) continue;
            var cell = tile.Line * outputs + output;
            if (Devices.Fire(tile.Replica, cell, g < 0f))
                Weights[at + k * tile.Step] = Devices.Weight(tile.Replica, cell);
        }
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
/// <param name="Sums">Accumulators (in, out) [replicas x rows x stride].</param>
/// <param name="Devices">The layer's devices.</param>
/// <param name="Weights">(out) [replicas x rows x stride].</param>
internal readonly record struct AccumulateStep(
    ArrayView<AccumulateNumbers> Numbers, ArrayView<float> Sums, DeviceArrays Devices, ArrayView<float> Weights)
    : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(Tile tile, int at, int outputs, Eight gradient)
    {
        var numbers = Numbers[tile.Replica];
        var sums = Eight.Load(Sums, at, tile.Step).Plus(numbers.Rate, gradient);
        sums.Store(Sums, at, tile.Step);
        if (!sums.AnyBeyond(numbers.Least)) return;
        for (var k = 0; k < Eight.Width; k++)
        {
            var (sum, output) = (sums.At(k), tile.Output(k));
            if (output < outputs && gradient.At(k) != 0f && MathF.Abs(sum) > numbers.Least)
                Sums[at + k * tile.Step] = Fire(
                    tile.Replica, tile.Line * outputs + output, at + k * tile.Step, numbers.Most, sum);
        }
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
