using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Launchers of the kernels of one layer, loaded once.</summary>
/// <param name="loader">Compiles them.</param>
/// <param name="output">Activation at the layer's outputs.</param>
/// <param name="input">Activation that its inputs come from.</param>
/// <param name="pairs">Whether each weight is a differential pair.</param>
internal sealed class LayerKernels(KernelLoader loader, Activation output, Activation input, bool pairs)
{
    /// <inheritdoc cref="ForwardKernel"/>
    public Action<Index1D, LayerSize, ArrayView<float>, ArrayView<float>, ArrayView<float>> Forward { get; } =
        loader.Forward(output);

    /// <inheritdoc cref="BackwardKernel"/>
    public Action<Index1D, LayerSize, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>> Backward { get; } =
        loader.Backward(input);

    /// <inheritdoc cref="UpdateKernel"/>
    public Action<Index1D, LayerSize, int, float, ArrayView<float>, ArrayView<float>, ArrayView<float>> Update { get; } =
        loader.Load<LayerSize, int, float, ArrayView<float>, ArrayView<float>, ArrayView<float>>(UpdateKernel.Run);

    /// <inheritdoc cref="DeviceWeightKernel"/>
    public Action<Index1D, ArrayView<float>, ArrayView<int>, ArrayView<float>> DeviceWeights { get; } =
        loader.DeviceWeights(pairs);

    /// <inheritdoc cref="SignPulseKernel"/>
    public Action<Index1D, SignPulseSize, DeviceAccounts, ArrayView<float>, ArrayView<float>, ArrayView<float>> SignPulses { get; } =
        loader.SignPulses(pairs);
}
