using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Takes a mini-batch out of the samples and scales its pixels.</summary>
internal static class GatherKernel
{
    /// <summary>One thread per input of the batch.</summary>
    public static void Run(
        Index1D cell, int size, ArrayView<byte> pixels, ArrayView<int> order, ArrayView<float> scale, ArrayView<float> inputs)
    {
        // pixels [samples x size], 0 .. 255; order [batch], sample numbers; scale [256], pixel -> 0 .. 1;
        // inputs (out) [batch x size], 0 .. 1.
        var b = cell / size;
        var pixel = (long)order[b] * size + (cell - b * size);
        inputs[cell] = scale[(int)pixels[pixel]];
    }
}
