using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>One step of an optimiser on the mean gradient.</summary>
internal static class UpdateKernel
{
    /// <summary>One thread per weight; the order of the gradient's sum is that of the batch.</summary>
    public static void Run<TStep>(
        Index1D cell,
        LayerSize size,
        int batch,
        TStep step,
        ArrayView<float> inputs,
        ArrayView<float> deltas,
        ArrayView<float> weights)
        where TStep : struct, IWeightStep
    {
        // inputs [batch x inputs]; deltas [batch x outputs], of the mean loss; weights (in, out) [rows x outputs].
        var i = cell / size.Outputs;
        var delta = cell - i * size.Outputs;
        var g = 0f;
        if (i < size.Inputs)
            for (var b = 0; b < batch; b++, i += size.Inputs, delta += size.Outputs)
                g = Fused.MultiplyAdd(inputs[i], deltas[delta], g);
        else
            for (var b = 0; b < batch; b++, delta += size.Outputs)
                g = Fused.MultiplyAdd(1f, deltas[delta], g);
        weights[cell] = step.Next(cell, weights[cell], g);
    }
}
