using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Host;

/// <summary>One layer on the CPU: its devices, and the weights that are looked up from them.</summary>
internal sealed class HostLayer
{
    private readonly PaddedRows _rows;
    private readonly float[] _table;
    private readonly AlignedFloats _transposed;

    public HostLayer(LayerShape shape, WeightMapping mapping)
    {
        Shape = shape;
        _rows = new PaddedRows(shape);
        InputStride = Lanes.Padded(shape.Inputs);
        MostPulses = mapping.Pulses;
        DevicesPerWeight = mapping.DevicesPerWeight;
        _table = [.. mapping.Table.Select(w => (float)w)];
        Devices = new LayerState(shape.Weights * DevicesPerWeight);
        (Weights, Before) = (_rows.Zeros(), _rows.Zeros());
        _transposed = new AlignedFloats(shape.Outputs * InputStride);
    }

    public LayerShape Shape { get; }

    /// <summary>Floats from one row of weights to the next; the padding is 0.</summary>
    public int Stride => _rows.Stride;

    /// <summary>Floats from one row of the transposed weights to the next.</summary>
    public int InputStride { get; }

    /// <summary>N: the largest P.</summary>
    public int MostPulses { get; }

    public int DevicesPerWeight { get; }

    /// <summary>Counters and accounts.</summary>
    public LayerState Devices { get; private set; }

    /// <summary>[rows x stride].</summary>
    public AlignedFloats Weights { get; }

    /// <summary>The weights when the devices were last written or fired, [rows x stride].</summary>
    public AlignedFloats Before { get; }

    /// <summary>What Adam remembers; null: nothing yet.</summary>
    public HostMoments? Moments { get; private set; }

    /// <summary>The weight of the devices of one cell.</summary>
    /// <param name="devices">Whose counters.</param>
    /// <param name="cell">Cell, from 0.</param>
    public float WeightOf(LayerState devices, int cell) => DevicesPerWeight == 1
        ? _table[devices.Pulses[cell]]
        : _table[devices.Pulses[2 * cell]] - _table[devices.Pulses[2 * cell + 1]];

    /// <summary>Takes a copy of a state, and the weights from it.</summary>
    public void Write(LayerState state)
    {
        Devices = Copy(state);
        Moments = state.Moments is { } moments ? new HostMoments(_rows, moments) : null;
        for (var row = 0; row < Shape.Rows; row++)
        for (var column = 0; column < Shape.Outputs; column++)
        {
            var cell = row * Shape.Outputs + column;
            var weight = state.Weights is { } given ? (float)given[cell] : WeightOf(Devices, cell);
            Weights.At(row * Stride + column) = Before.At(row * Stride + column) = weight;
        }
    }

    /// <summary>A copy of the state, weights included.</summary>
    public LayerState Read()
    {
        var state = Copy(Devices);
        state.Weights = _rows.ToDoubles(Weights);
        state.Moments = Moments?.Read();
        return state;
    }

    /// <summary>The numbers of Adam's next step, which is counted; the moments are made where there are none.</summary>
    public AdamRowStep NextStep(Adam adam)
    {
        Moments ??= new HostMoments(_rows, Core.Backends.Moments.Zero(Shape.Weights));
        return new AdamRowStep(Weights, Moments.First, Moments.Second, AdamFactors.At(adam, ++Moments.Steps));
    }

    /// <summary>The weights with rows and columns exchanged, [outputs x input stride], made anew.</summary>
    public AlignedFloats Transpose()
    {
        for (var row = 0; row < Shape.Inputs; row++)
        for (var column = 0; column < Shape.Outputs; column++)
            _transposed.At(column * InputStride + row) = Weights.At(row * Stride + column);
        return _transposed;
    }

    private static LayerState Copy(LayerState from) => new(0)
    {
        Pulses = [.. from.Pulses],
        PotentiationPulses = [.. from.PotentiationPulses],
        DepressionPulses = [.. from.DepressionPulses],
        RefusedPulses = [.. from.RefusedPulses],
    };
}
