using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>Batch-sign: one pulse against every gradient beyond the threshold.</summary>
/// <param name="layer">The layer.</param>
/// <param name="threshold">At least 0.</param>
internal readonly struct BatchSignRowStep(HostLayer layer, float threshold) : IRowStep
{
    public static bool MovesIdleRows => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at)
    {
        var beyond = Vector512.GreaterThan(Vector512.Abs(gradient), Vector512.Create(threshold));
        var lanes = beyond.ExtractMostSignificantBits();
        if (lanes != 0) Fire(lanes, gradient.ExtractMostSignificantBits(), at);
    }

    // A gradient below zero asks for a rising pulse.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fire(ulong lanes, ulong rising, int at)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            layer.Fire(at + lane, (rising >> lane & 1) != 0);
        }
    }
}

/// <summary>Steps that sixteen accumulators are compared with, as a type.</summary>
internal interface IStepThresholds
{
    /// <summary>Steps of falling pulses at neighbouring weights.</summary>
    Vector512<float> Falling(int at);

    /// <summary>Steps of rising pulses.</summary>
    Vector512<float> Rising(int at);
}

/// <summary>Every pulse of every device moves its weight equally far.</summary>
/// <param name="step">The step.</param>
internal readonly struct EqualSteps(float step) : IStepThresholds
{
    public Vector512<float> Falling(int at) => Vector512.Create(step);

    public Vector512<float> Rising(int at) => Vector512.Create(step);
}

/// <summary>Each weight has steps of its own.</summary>
/// <param name="planes">The steps.</param>
internal readonly struct OwnSteps(StepPlanes planes) : IStepThresholds
{
    public Vector512<float> Falling(int at) => Vector512.LoadUnsafe(ref planes.Falling.At(at));

    public Vector512<float> Rising(int at) => Vector512.LoadUnsafe(ref planes.Rising.At(at));
}

/// <summary>Accumulate: gradients are gathered, and a pulse fired where a whole step has come together.</summary>
/// <param name="layer">The layer.</param>
/// <param name="sums">Its accumulators.</param>
/// <param name="steps">Steps of its weights.</param>
/// <param name="rate">Learning rate.</param>
/// <param name="most">Most pulses of one weight.</param>
internal readonly struct AccumulateRowStep<TSteps>(HostLayer layer, Aligned<float> sums, TSteps steps, float rate, int most)
    : IRowStep
    where TSteps : struct, IStepThresholds
{
    public static bool MovesIdleRows => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at)
    {
        ref var sum = ref sums.At(at);
        var gathered = Lanes.MultiplyAdd(Vector512.Create(rate), gradient, Lanes.Load(ref sum, 0));
        gathered.StoreUnsafe(ref sum);
        var beyond = Vector512.GreaterThan(gathered, steps.Falling(at)) | Vector512.GreaterThan(-gathered, steps.Rising(at));
        var lanes = (beyond & ~Vector512.Equals(gradient, Vector512<float>.Zero)).ExtractMostSignificantBits();
        if (lanes != 0) Fire(lanes, at);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fire(ulong lanes, int at)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var place = at + BitOperations.TrailingZeroCount(lanes);
            sums.At(place) = Fire(place, sums.At(place));
        }
    }

    // A sum above zero asks for a falling pulse; a refused one cuts it to the step.
    private float Fire(int place, float sum)
    {
        var (devices, fired) = (layer.Devices, 0);
        for (; fired < most; fired++)
        {
            var rising = sum < 0;
            var step = devices.StepOf(place, rising);
            if (!(MathF.Abs(sum) > step)) break;
            var taken = devices.Fire(place, rising);
            var left = taken ? MathF.Abs(sum) - step : step;
            sum = rising ? -left : left;
            if (!taken) break;
        }

        if (fired > 0) layer.Renew(place);
        return sum;
    }
}

/// <summary>Keeps the gradient, for a quantile of it.</summary>
/// <param name="gradients">[rows x stride].</param>
internal readonly struct GradientRowStep(Aligned<float> gradients) : IRowStep
{
    public static bool MovesIdleRows => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at) => gradient.StoreUnsafe(ref gradients.At(at));
}
