using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Accelerators.Operations;
using CrossbarSim.Kernels.Devices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;
using Floats = ILGPU.ArrayView<float>;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// Compiles kernels for an accelerator when they are first asked for; the only place that turns a choice into a
/// kernel's type argument.
/// </summary>
/// <param name="accelerator">Where the kernels run.</param>
internal sealed class KernelLoader(Accelerator accelerator)
{
    /// <summary>
    /// Threads per group, on every accelerator: ILGPU's own choice for PoCL is thousands, which leaves one
    /// group for a mini-batch and so one busy core.
    /// </summary>
    public const int GroupSize = 128;

    private readonly Dictionary<Delegate, Delegate> _loaded = [];
    private readonly bool _isGpu = accelerator.Device is not CLDevice device
        || (device.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0;

    /// <summary>Where the kernels run.</summary>
    public Accelerator Accelerator => accelerator;

    /// <inheritdoc cref="DeviceWeightKernel"/>
    public Action<Index1D, LayerSize, int, DeviceArrays, Floats> DeviceWeights =>
        Load<LayerSize, int, DeviceArrays, Floats>(DeviceWeightKernel.Run);

    /// <inheritdoc cref="SignPulseKernel"/>
    public Action<Index1D, SignPulseSize, DeviceArrays, Floats, Floats> SignPulses =>
        Load<SignPulseSize, DeviceArrays, Floats, Floats>(SignPulseKernel.Run);

    /// <inheritdoc cref="PulseTotalKernel"/>
    public Action<Index1D, int, int, DeviceArrays, ArrayView<PulseTotals>> PulseTotals =>
        Load<int, int, DeviceArrays, ArrayView<PulseTotals>>(PulseTotalKernel.Run);

    /// <inheritdoc cref="SoftmaxKernel"/>
    public Action<Index1D, LayerSize, float, Floats, ArrayView<byte>, ArrayView<int>, Floats> Softmax =>
        Load<LayerSize, float, Floats, ArrayView<byte>, ArrayView<int>, Floats>(SoftmaxKernel.Run);

    /// <inheritdoc cref="ScoreKernel"/>
    public Action<Index1D, LayerSize, Floats, ArrayView<byte>, ArrayView<int>, ArrayView<SampleScore>> Score =>
        Load<LayerSize, Floats, ArrayView<byte>, ArrayView<int>, ArrayView<SampleScore>>(ScoreKernel.Run);

    /// <inheritdoc cref="ProbabilityKernel"/>
    public Action<Index1D, LayerSize, Floats, Floats> Probabilities => Load<LayerSize, Floats, Floats>(ProbabilityKernel.Run);

    /// <inheritdoc cref="DigitCountKernel"/>
    public Action<Index1D, DigitSize, ArrayView<RankSearch>, Floats, ArrayView<int>> DigitCounts =>
        Load<DigitSize, ArrayView<RankSearch>, Floats, ArrayView<int>>(DigitCountKernel.Run);

    /// <inheritdoc cref="DigitSumKernel"/>
    public Action<Index1D, DigitSize, ArrayView<int>, ArrayView<int>> DigitSums =>
        Load<DigitSize, ArrayView<int>, ArrayView<int>>(DigitSumKernel.Run);

    /// <inheritdoc cref="DigitPickKernel"/>
    public Action<Index1D, DigitSize, ArrayView<int>, ArrayView<RankSearch>, Floats> DigitPicks =>
        Load<DigitSize, ArrayView<int>, ArrayView<RankSearch>, Floats>(DigitPickKernel.Run);

    /// <inheritdoc cref="ColumnTrainKernel"/>
    public Action<Index1D, LayerSize, TrainNumbers, Floats, ArrayView<PulseTrains>, ArrayView<uint>> ColumnTrains =>
        Load<LayerSize, TrainNumbers, Floats, ArrayView<PulseTrains>, ArrayView<uint>>(ColumnTrainKernel.Run);

    /// <summary>The forward kernel of a layer with an activation.</summary>
    /// <typeparam name="TInputs">First or later layer.</typeparam>
    public Action<Index1D, LayerSize, TInputs, Floats, Floats> Forward<TInputs>(Activation activation)
        where TInputs : struct, ISampleInputs => Load(activation switch
        {
            Activation.Relu => Forward<TInputs, ReluActivation>(),
            Activation.Sigmoid => Forward<TInputs, SigmoidActivation>(),
            Activation.Tanh => Forward<TInputs, TanhActivation>(),
            _ => Forward<TInputs, IdentityActivation>(),
        });

    /// <summary>The kernel that adds read noise to the sums of a layer and takes its activation.</summary>
    /// <typeparam name="TInputs">First or later layer.</typeparam>
    public Action<Index1D, LayerSize, TInputs, ReadNumbers, int, DeviceArrays, Floats> ReadNoise<TInputs>(
        Activation activation)
        where TInputs : struct, ISampleInputs => Load(activation switch
        {
            Activation.Relu => ReadNoise<TInputs, ReluActivation>(),
            Activation.Sigmoid => ReadNoise<TInputs, SigmoidActivation>(),
            Activation.Tanh => ReadNoise<TInputs, TanhActivation>(),
            _ => ReadNoise<TInputs, IdentityActivation>(),
        });

    /// <summary>The backward kernel of a layer whose inputs come from an activation.</summary>
    public Action<Index1D, LayerSize, Floats, Floats, Floats, Floats> Backward(Activation activation) =>
        Load<LayerSize, Floats, Floats, Floats, Floats>(activation switch
        {
            Activation.Relu => BackwardKernel.Run<ReluActivation>,
            Activation.Sigmoid => BackwardKernel.Run<SigmoidActivation>,
            Activation.Tanh => BackwardKernel.Run<TanhActivation>,
            _ => BackwardKernel.Run<IdentityActivation>,
        });

    /// <summary>The update kernel of a rule.</summary>
    /// <typeparam name="TLines">First or later layer.</typeparam>
    /// <typeparam name="TStep">What the rule does with a gradient.</typeparam>
    public Action<Index1D, LayerSize, TLines, TStep, Floats> Update<TLines, TStep>()
        where TLines : struct, ILineInputs
        where TStep : struct, IWeightStep => _isGpu
        ? Load<LayerSize, TLines, TStep, Floats>(UpdateKernel.Run<TLines, TStep, InterleavedOrder>)
        : Load<LayerSize, TLines, TStep, Floats>(UpdateKernel.Run<TLines, TStep, NeighbourOrder>);

    /// <inheritdoc cref="TrainPlanKernel"/>
    public Action<Index1D, LayerSize, TInputs, Floats, ArrayView<TrainSettings>, ArrayView<PulseTrains>>
        TrainPlans<TInputs>()
        where TInputs : struct, ISampleInputs =>
        Load<LayerSize, TInputs, Floats, ArrayView<TrainSettings>, ArrayView<PulseTrains>>(TrainPlanKernel.Run);

    /// <inheritdoc cref="RowTrainKernel"/>
    public Action<Index1D, LayerSize, TLines, TrainNumbers, ArrayView<PulseTrains>, ArrayView<uint>> RowTrains<TLines>()
        where TLines : struct, ILineInputs =>
        Load<LayerSize, TLines, TrainNumbers, ArrayView<PulseTrains>, ArrayView<uint>>(RowTrainKernel.Run);

    /// <inheritdoc cref="CoincidenceKernel"/>
    public Action<Index1D, LayerSize, TLines, DeviceArrays, TrainViews, Floats, Floats> Coincidences<TLines>()
        where TLines : struct, ILineInputs => _isGpu
        ? Load<LayerSize, TLines, DeviceArrays, TrainViews, Floats, Floats>(CoincidenceKernel.Run<TLines, InterleavedOrder>)
        : Load<LayerSize, TLines, DeviceArrays, TrainViews, Floats, Floats>(CoincidenceKernel.Run<TLines, NeighbourOrder>);

    /// <summary>Loads a kernel that has all its type arguments.</summary>
    public Action<Index1D, T1, T2, T3> Load<T1, T2, T3>(Action<Index1D, T1, T2, T3> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct => Cached(kernel, accelerator.LoadImplicitlyGroupedStreamKernel);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4> Load<T1, T2, T3, T4>(Action<Index1D, T1, T2, T3, T4> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => Cached(kernel, accelerator.LoadImplicitlyGroupedStreamKernel);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4, T5> Load<T1, T2, T3, T4, T5>(Action<Index1D, T1, T2, T3, T4, T5> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => Cached(kernel, accelerator.LoadImplicitlyGroupedStreamKernel);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4, T5, T6> Load<T1, T2, T3, T4, T5, T6>(
        Action<Index1D, T1, T2, T3, T4, T5, T6> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct => Cached(kernel, accelerator.LoadImplicitlyGroupedStreamKernel);

    /// <inheritdoc cref="Load{T1,T2,T3}"/>
    public Action<Index1D, T1, T2, T3, T4, T5, T6, T7> Load<T1, T2, T3, T4, T5, T6, T7>(
        Action<Index1D, T1, T2, T3, T4, T5, T6, T7> kernel)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct => Cached(kernel, accelerator.LoadImplicitlyGroupedStreamKernel);

    private Action<Index1D, LayerSize, TInputs, Floats, Floats> Forward<TInputs, TActivation>()
        where TInputs : struct, ISampleInputs
        where TActivation : struct, IActivation => _isGpu
        ? ForwardKernel.Run<TInputs, TActivation, InterleavedOrder>
        : ForwardKernel.Run<TInputs, TActivation, NeighbourOrder>;

    private Action<Index1D, LayerSize, TInputs, ReadNumbers, int, DeviceArrays, Floats> ReadNoise<TInputs, TActivation>()
        where TInputs : struct, ISampleInputs
        where TActivation : struct, IActivation => _isGpu
        ? ReadNoiseKernel.Run<TInputs, TActivation, InterleavedOrder>
        : ReadNoiseKernel.Run<TInputs, TActivation, NeighbourOrder>;

    private TLaunch Cached<TLaunch>(TLaunch kernel, Func<TLaunch, int, TLaunch> load)
        where TLaunch : Delegate
    {
        if (!_loaded.TryGetValue(kernel, out var launch)) _loaded[kernel] = launch = load(kernel, GroupSize);
        return (TLaunch)launch;
    }
}
