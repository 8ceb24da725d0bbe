using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>One layer forward: value = activation(x W).</summary>
internal static class ForwardKernel
{
    /// <summary>One thread per output of the batch; the order of the sum is that of the inputs, bias last.</summary>
    public static void Run<TActivation>(
        Index1D cell, LayerSize size, ArrayView<float> inputs, ArrayView<float> weights, ArrayView<float> values)
        where TActivation : struct, IActivation
    {
        // inputs [batch x inputs]; weights [rows x outputs]; values (out) [batch x outputs]. All without unit.
        var b = cell / size.Outputs;
        var weight = cell - b * size.Outputs;
        var input = b * size.Inputs;
        var z = 0f;
        for (var i = 0; i < size.Inputs; i++, weight += size.Outputs)
            z = Fused.MultiplyAdd(inputs[input + i], weights[weight], z);
        if (size.Rows > size.Inputs) z = Fused.MultiplyAdd(1f, weights[weight], z);
        values[cell] = default(TActivation).Value(z);
    }
}
