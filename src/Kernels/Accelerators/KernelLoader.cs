using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;
using ILGPU.Runtime;
using BackwardLaunch = System.Action<
    ILGPU.Index1D,
    CrossbarSim.Kernels.Accelerators.Operations.LayerSize,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>>;
using DeviceWeightLaunch = System.Action<
    ILGPU.Index1D,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<int>,
    ILGPU.ArrayView<float>>;
using ForwardLaunch = System.Action<
    ILGPU.Index1D,
    CrossbarSim.Kernels.Accelerators.Operations.LayerSize,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>>;
using SignPulseLaunch = System.Action<
    ILGPU.Index1D,
    CrossbarSim.Kernels.Accelerators.Operations.SignPulseSize,
    CrossbarSim.Kernels.Accelerators.Operations.DeviceAccounts,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<float>,
    ILGPU.ArrayView<CrossbarSim.Kernels.Accelerators.Operations.PulseCount>>;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Compiles kernels for an accelerator; the only place that turns a choice into a kernel's type argument.</summary>
/// <param name="accelerator">Where the kernels run; it keeps what it compiled.</param>
internal sealed class KernelLoader(Accelerator accelerator)
{
    /// <summary>
    /// Threads per group, on every accelerator: ILGPU's own choice for PoCL is thousands, which leaves one
    /// group for a mini-batch and so one busy core.
    /// </summary>
    public const int GroupSize = 128;

    /// <summary>Loads a kernel without a type argument.</summary>
    public Action<Index1D, T1, T2, T3> Load<T1, T2, T3>(Action<Index1D, T1, T2, T3> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct =>
        accelerator.LoadImplicitlyGroupedStreamKernel(kernel, GroupSize);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4> Load<T1, T2, T3, T4>(Action<Index1D, T1, T2, T3, T4> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct =>
        accelerator.LoadImplicitlyGroupedStreamKernel(kernel, GroupSize);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4, T5> Load<T1, T2, T3, T4, T5>(Action<Index1D, T1, T2, T3, T4, T5> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct =>
        accelerator.LoadImplicitlyGroupedStreamKernel(kernel, GroupSize);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4, T5, T6> Load<T1, T2, T3, T4, T5, T6>(
        Action<Index1D, T1, T2, T3, T4, T5, T6> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct =>
        accelerator.LoadImplicitlyGroupedStreamKernel(kernel, GroupSize);

    /// <summary>The forward kernel of a layer with an activation.</summary>
    public ForwardLaunch Forward(Activation activation) => accelerator.LoadImplicitlyGroupedStreamKernel(
        activation switch
        {
            Activation.Relu => (ForwardLaunch)ForwardKernel.Run<ReluActivation>,
            Activation.Sigmoid => ForwardKernel.Run<SigmoidActivation>,
            Activation.Tanh => ForwardKernel.Run<TanhActivation>,
            _ => ForwardKernel.Run<IdentityActivation>,
        },
        GroupSize);

    /// <summary>The backward kernel of a layer whose inputs come from an activation.</summary>
    public BackwardLaunch Backward(Activation activation) => accelerator.LoadImplicitlyGroupedStreamKernel(
        activation switch
        {
            Activation.Relu => (BackwardLaunch)BackwardKernel.Run<ReluActivation>,
            Activation.Sigmoid => BackwardKernel.Run<SigmoidActivation>,
            Activation.Tanh => BackwardKernel.Run<TanhActivation>,
            _ => BackwardKernel.Run<IdentityActivation>,
        },
        GroupSize);

    /// <summary>The kernel that takes weights from devices.</summary>
    public DeviceWeightLaunch DeviceWeights(bool pairs) => accelerator.LoadImplicitlyGroupedStreamKernel(
        pairs ? (DeviceWeightLaunch)DeviceWeightKernel.Run<DevicePair> : DeviceWeightKernel.Run<SingleDevice>,
        GroupSize);

    /// <summary>The kernel that fires signs.</summary>
    public SignPulseLaunch SignPulses(bool pairs) => accelerator.LoadImplicitlyGroupedStreamKernel(
        pairs ? (SignPulseLaunch)SignPulseKernel.Run<DevicePair> : SignPulseKernel.Run<SingleDevice>,
        GroupSize);
}
