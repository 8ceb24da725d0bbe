using System.Numerics;
using System.Runtime.Intrinsics;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>One layer of one replica on the CPU: its devices, and the weights that are looked up from them.</summary>
internal sealed class HostLayer
{
    private readonly PaddedRows _rows;
    private readonly Aligned<float> _transposed;
    private Aligned<float>? _accumulators;
    private StepPlanes? _steps;
    private bool _hasOwnWeights;

    public HostLayer(LayerShape shape, WeightMapping mapping, LawTable table, ulong seed, int layer)
    {
        Shape = shape;
        _rows = new PaddedRows(shape);
        InputStride = Lanes.Padded(shape.Inputs);
        Devices = new HostDevices(_rows, mapping, table, seed, layer);
        if (table.Parameters.ReadSigma > 0) ReadNoise = new HostReadNoise(shape, table.Parameters.ReadSigma, seed, layer);
        (Weights, Before) = (_rows.Zeros<float>(), _rows.Zeros<float>());
        _transposed = new Aligned<float>(shape.Outputs * InputStride);
    }

    public LayerShape Shape { get; }

    /// <summary>Floats from one row of weights to the next; the padding is 0.</summary>
    public int Stride => _rows.Stride;

    /// <summary>Floats from one row of the transposed weights to the next.</summary>
    public int InputStride { get; }

    /// <summary>The devices behind the weights.</summary>
    public HostDevices Devices { get; }

    /// <summary>Noise of forward passes; null: none.</summary>
    public HostReadNoise? ReadNoise { get; }

    /// <summary>[rows x stride].</summary>
    public Aligned<float> Weights { get; }

    /// <summary>The weights when the devices were last written or fired, [rows x stride].</summary>
    public Aligned<float> Before { get; }

    /// <summary>What Adam remembers; null: nothing yet.</summary>
    public HostMoments? Moments { get; private set; }

    /// <summary>What <see cref="Accumulate"/> has gathered, [rows x stride].</summary>
    public Aligned<float> Accumulators => _accumulators ??= _rows.Zeros<float>();

    /// <summary>Threshold of <see cref="BatchSign"/> where it is a quantile that is held.</summary>
    public float HeldThreshold { get; set; }

    /// <summary>Takes a copy of a state, and the weights from it.</summary>
    public void Write(LayerState state)
    {
        Devices.Write(state);
        _steps = null;
        _hasOwnWeights = state.Weights is not null;
        Moments = state.Moments is { } moments ? new HostMoments(_rows, moments) : null;
        _accumulators = state.Accumulators is { } sums ? _rows.From(sums, sum => sum) : null;
        for (var cell = 0; cell < _rows.Cells; cell++)
        {
            var at = _rows.Place(cell);
            Weights.At(at) = Before.At(at) = state.Weights is { } given ? (float)given[cell] : Devices.WeightOf(at);
        }
    }

    /// <summary>A copy of the state, weights included.</summary>
    public LayerState Read()
    {
        var state = Devices.Read();
        state.Weights = _rows.To(Weights, weight => (double)weight);
        state.Moments = Moments?.Read();
        state.Accumulators = _accumulators is { } sums ? _rows.To(sums, sum => sum) : null;
        return state;
    }

    /// <summary>Says that an optimiser moves the weights away from those of the devices.</summary>
    public void LeaveDevices() => _hasOwnWeights = true;

    /// <summary>Takes the weights of the devices, where they have been left: pulse rules know no others.</summary>
    public void ReturnToDevices()
    {
        if (!_hasOwnWeights) return;
        _hasOwnWeights = false;
        for (var cell = 0; cell < _rows.Cells; cell++) Weights.At(_rows.Place(cell)) = Devices.WeightOf(_rows.Place(cell));
    }

    /// <summary>Fires one weight pulse and takes the new weight.</summary>
    /// <returns>Whether any device took it.</returns>
    public bool Fire(int at, bool rising)
    {
        var fired = Devices.Fire(at, rising);
        if (fired) Renew(at);
        return fired;
    }

    /// <summary>
    /// Fires several pulses in one direction at each of sixteen neighbouring weights, and takes the new weights.
    /// </summary>
    /// <param name="at">Place of the first.</param>
    /// <param name="counts">Pulses for each, at least 0; 0 in the padding.</param>
    /// <param name="rising">All bits set where they rise.</param>
    public void Fire(int at, Vector512<int> counts, Vector512<int> rising)
    {
        Devices.Fire(at, counts, rising);
        var pulsed = Vector512.GreaterThan(counts, Vector512<int>.Zero).ExtractMostSignificantBits();
        for (; pulsed != 0; pulsed &= pulsed - 1)
            Renew(at + BitOperations.TrailingZeroCount(pulsed));
    }

    /// <summary>Steps that a weight can make, of every weight; made on first use and kept up to date from then on.</summary>
    public StepPlanes Steps => _steps ??= new StepPlanes(_rows, Devices);

    /// <summary>The numbers of Adam's next step, which is counted; the moments are made where there are none.</summary>
    public AdamRowStep NextStep(Adam adam)
    {
        Moments ??= new HostMoments(_rows, Core.Backends.Moments.Zero(Shape.Weights));
        return new AdamRowStep(Weights, Moments.First, Moments.Second, AdamFactors.At(adam, ++Moments.Steps));
    }

    /// <summary>The weights with rows and columns exchanged, [outputs x input stride], made anew.</summary>
    public Aligned<float> Transpose()
    {
        for (var row = 0; row < Shape.Inputs; row++)
        for (var column = 0; column < Shape.Outputs; column++)
            _transposed.At(column * InputStride + row) = Weights.At(row * Stride + column);
        return _transposed;
    }

    /// <summary>Takes the weight of devices that were pulsed.</summary>
    /// <param name="at">Its place.</param>
    public void Renew(int at)
    {
        Weights.At(at) = Devices.WeightOf(at);
        _steps?.Renew(at);
    }
}
