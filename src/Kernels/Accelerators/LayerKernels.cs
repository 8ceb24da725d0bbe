using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;
using SignPulseLaunch = System.Action<
    ILGPU.Index1D,
    CrossbarSim.Kernels.Accelerators.Operations.SignPulseSize,
    CrossbarSim.Kernels.Accelerators.Operations.DeviceAccounts,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<CrossbarSim.Kernels.Accelerators.Operations.PulseCount>>;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Launchers of the kernels of one layer, loaded once.</summary>
/// <param name="loader">Compiles them.</param>
/// <param name="output">Activation at the layer's outputs.</param>
/// <param name="input">Activation that its inputs come from.</param>
/// <param name="pairs">Whether each weight is a differential pair.</param>
internal sealed class LayerKernels(KernelLoader loader, Activation output, Activation input, bool pairs)
{
    private readonly Dictionary<Type, Delegate> _updates = [];

    /// <inheritdoc cref="ForwardKernel"/>
    public Action<Index1D, LayerSize, ArrayView<float>, ArrayView<float>, ArrayView<float>> Forward { get; } =
        loader.Forward(output);

    /// <inheritdoc cref="BackwardKernel"/>
    public Action<Index1D, LayerSize, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>> Backward { get; } =
        loader.Backward(input);

    /// <inheritdoc cref="DeviceWeightKernel"/>
    public Action<Index1D, ArrayView<float>, ArrayView<int>, ArrayView<float>> DeviceWeights { get; } =
        loader.DeviceWeights(pairs);

    /// <inheritdoc cref="SignPulseKernel"/>
    public SignPulseLaunch SignPulses { get; } = loader.SignPulses(pairs);

    /// <inheritdoc cref="PulseCountKernel"/>
    public Action<Index1D, int, int, ArrayView<PulseCount>, ArrayView<PulseCount>> CountPulses { get; } =
        loader.Load<int, int, ArrayView<PulseCount>, ArrayView<PulseCount>>(PulseCountKernel.Run);

    /// <summary>The update kernel of an optimiser; compiled when it is first asked for.</summary>
    /// <typeparam name="TStep">What the optimiser does with a gradient.</typeparam>
    public Action<Index1D, LayerSize, int, TStep, ArrayView<float>, ArrayView<float>, ArrayView<float>> Update<TStep>()
        where TStep : struct, IWeightStep
    {
        if (!_updates.TryGetValue(typeof(TStep), out var update))
            _updates[typeof(TStep)] = update =
                loader.Load<LayerSize, int, TStep, ArrayView<float>, ArrayView<float>, ArrayView<float>>(UpdateKernel.Run);
        return (Action<Index1D, LayerSize, int, TStep, ArrayView<float>, ArrayView<float>, ArrayView<float>>)update;
    }
}
