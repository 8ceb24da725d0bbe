using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>Activations of a hidden layer in place, and their slopes. Shapes: [count], padding included.</summary>
internal static class Activate
{
    /// <summary>z becomes its activation.</summary>
    public static void Forward(Activation kind, ref float z, int count)
    {
        if (kind == Activation.Identity) return;
        if (kind == Activation.Relu)
        {
            for (var k = 0; k < count; k += Lanes.Width)
            {
                var sum = Lanes.Load(ref z, k);
                Vector512.ConditionalSelect(Vector512.GreaterThan(sum, Vector512<float>.Zero), sum, default)
                    .StoreUnsafe(ref z, (nuint)k);
            }

            return;
        }

        for (var k = 0; k < count; k++) Unsafe.Add(ref z, k) = Activated.Value(kind, Unsafe.Add(ref z, k));
    }

    /// <summary>Each delta is multiplied by the slope, taken from the activation's value.</summary>
    public static void Backward(Activation kind, ref float value, ref float delta, int count)
    {
        if (kind == Activation.Identity) return;
        if (kind == Activation.Relu)
        {
            for (var k = 0; k < count; k += Lanes.Width)
            {
                var active = Vector512.GreaterThan(Lanes.Load(ref value, k), Vector512<float>.Zero);
                var slope = Vector512.ConditionalSelect(active, Vector512<float>.One, default);
                (Lanes.Load(ref delta, k) * slope).StoreUnsafe(ref delta, (nuint)k);
            }

            return;
        }

        for (var k = 0; k < count; k++)
            Unsafe.Add(ref delta, k) *= Activated.Slope(kind, Unsafe.Add(ref value, k));
    }
}
