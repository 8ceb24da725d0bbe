using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Host;

/// <summary>One layer on the CPU: its devices, and the weights that are looked up from them.</summary>
internal sealed class HostLayer
{
    private readonly float[] _table;
    private readonly AlignedFloats _transposed;

    public HostLayer(LayerShape shape, WeightMapping mapping)
    {
        Shape = shape;
        Stride = Lanes.Padded(shape.Outputs);
        InputStride = Lanes.Padded(shape.Inputs);
        MostPulses = mapping.Pulses;
        DevicesPerWeight = mapping.DevicesPerWeight;
        _table = [.. mapping.Table.Select(w => (float)w)];
        Devices = new LayerState(shape.Weights * DevicesPerWeight);
        Weights = new AlignedFloats(shape.Rows * Stride);
        Before = new AlignedFloats(shape.Rows * Stride);
        _transposed = new AlignedFloats(shape.Outputs * InputStride);
    }

    public LayerShape Shape { get; }

    /// <summary>Floats from one row of weights to the next; the padding is 0.</summary>
    public int Stride { get; }

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
        state.Weights = new double[Shape.Weights];
        for (var row = 0; row < Shape.Rows; row++)
        for (var column = 0; column < Shape.Outputs; column++)
            state.Weights[row * Shape.Outputs + column] = Weights.At(row * Stride + column);
        return state;
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
