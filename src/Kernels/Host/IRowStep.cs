using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>What an optimiser does with the gradient of 16 neighbouring weights, as a type: no call is left.</summary>
internal interface IRowStep
{
    /// <summary>Whether weights may move without a gradient, so that no row can be skipped.</summary>
    static abstract bool MovesIdleRows { get; }

    /// <summary>Moves the weights.</summary>
    /// <param name="gradient">Their mean gradient.</param>
    /// <param name="at">Place of the first in the layer's arrays [rows x stride].</param>
    void Apply(Vector512<float> gradient, int at);
}

/// <summary>w -= rate x g.</summary>
/// <param name="weights">[rows x stride].</param>
/// <param name="rate">Learning rate.</param>
internal readonly struct SgdRowStep(Aligned<float> weights, float rate) : IRowStep
{
    public static bool MovesIdleRows => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at)
    {
        ref var row = ref weights.At(at);
        Lanes.MultiplyAdd(Vector512.Create(-rate), gradient, Lanes.Load(ref row, 0)).StoreUnsafe(ref row);
    }
}

/// <summary>A step of Adam.</summary>
/// <param name="weights">[rows x stride].</param>
/// <param name="first">First moments, [rows x stride].</param>
/// <param name="second">Second moments, [rows x stride].</param>
/// <param name="factors">Its numbers.</param>
internal readonly struct AdamRowStep(Aligned<float> weights, Aligned<float> first, Aligned<float> second, AdamFactors factors)
    : IRowStep
{
    public static bool MovesIdleRows => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at)
    {
        var m = factors.First(Lanes.Load(ref first.At(at), 0), gradient);
        var v = factors.Second(Lanes.Load(ref second.At(at), 0), gradient);
        m.StoreUnsafe(ref first.At(at));
        v.StoreUnsafe(ref second.At(at));
        factors.Weight(Lanes.Load(ref weights.At(at), 0), m, v).StoreUnsafe(ref weights.At(at));
    }
}

/// <summary>A step of an Adam that remembers nothing.</summary>
/// <param name="weights">[rows x stride].</param>
/// <param name="factors">Its numbers, those of a first step.</param>
internal readonly struct FreshAdamRowStep(Aligned<float> weights, AdamFactors factors) : IRowStep
{
    public static bool MovesIdleRows => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply(Vector512<float> gradient, int at)
    {
        var (m, v) = (factors.First(default, gradient), factors.Second(default, gradient));
        factors.Weight(Lanes.Load(ref weights.At(at), 0), m, v).StoreUnsafe(ref weights.At(at));
    }
}
