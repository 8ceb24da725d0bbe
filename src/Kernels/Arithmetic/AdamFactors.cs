using System.Runtime.Intrinsics;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Arithmetic;

/// <summary>The numbers of one step of <see cref="Adam"/>, rounded to float once.</summary>
/// <param name="Rate">Rate of this step, corrected for the start.</param>
/// <param name="FirstShare">1 - beta1.</param>
/// <param name="SecondShare">1 - beta2.</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
internal readonly record struct AdamFactors(float Rate, float FirstShare, float SecondShare, float Epsilon)
{
    // Moments below 2^-100 move no weight. Without this, those of a pixel that is rarely on would decay into the
    // denormal numbers, at which processors are slow and which some accelerators flush.
    private const float Least = 1f / (1L << 50) / (1L << 50);

    /// <summary>The factors of a step.</summary>
    /// <param name="adam">Its optimiser.</param>
    /// <param name="step">t: 1 for the first step.</param>
    public static AdamFactors At(Adam adam, long step) => new(
        (float)adam.RateAt(step), (float)(1 - adam.Beta1), (float)(1 - adam.Beta2), (float)adam.Epsilon);

    /// <summary>The first moment after a gradient.</summary>
    public float First(float before, float gradient) =>
        Settle(Fused.MultiplyAdd(FirstShare, gradient - before, before));

    /// <summary>The second moment after a gradient.</summary>
    public float Second(float before, float gradient) =>
        Settle(Fused.MultiplyAdd(SecondShare, Fused.MultiplyAdd(gradient, gradient, -before), before));

    /// <summary>The weight after the step, from the moments after it.</summary>
    public float Weight(float before, float first, float second) =>
        Fused.MultiplyAdd(-Rate, first / (MathF.Sqrt(second) + Epsilon), before);

    /// <inheritdoc cref="First(float, float)"/>
    public Vector512<float> First(Vector512<float> before, Vector512<float> gradient) =>
        Settle(Vector512.FusedMultiplyAdd(Vector512.Create(FirstShare), gradient - before, before));

    /// <inheritdoc cref="Second(float, float)"/>
    public Vector512<float> Second(Vector512<float> before, Vector512<float> gradient) =>
        Settle(Vector512.FusedMultiplyAdd(
            Vector512.Create(SecondShare), Vector512.FusedMultiplyAdd(gradient, gradient, -before), before));

    /// <inheritdoc cref="Weight(float, float, float)"/>
    public Vector512<float> Weight(Vector512<float> before, Vector512<float> first, Vector512<float> second) =>
        Vector512.FusedMultiplyAdd(
            Vector512.Create(-Rate), first / (Vector512.Sqrt(second) + Vector512.Create(Epsilon)), before);

    private static float Settle(float moment) => moment < Least && moment > -Least ? 0f : moment;

    private static Vector512<float> Settle(Vector512<float> moment) => Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512.Abs(moment), Vector512.Create(Least)), Vector512<float>.Zero, moment);
}
