using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// Size of one layer and of the batch in it, as kernels take it; the same for every replica. Weights, values and
/// deltas lie in rows that are padded to a stride; devices do not.
/// </summary>
/// <param name="Inputs">Inputs, without the bias line.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Rows">Word lines: inputs, and the bias line if there is one.</param>
/// <param name="Batch">Samples.</param>
internal readonly record struct LayerSize(int Inputs, int Outputs, int Rows, int Batch)
{
    /// <summary>Tiles of outputs, each the work of one thread.</summary>
    public int Tiles => (Outputs + Eight.Width - 1) / Eight.Width;

    /// <summary>Numbers from one row of outputs to the next.</summary>
    public int Stride => Tiles * Eight.Width;

    /// <summary>Numbers from the values of one sample, which are this layer's inputs, to those of the next.</summary>
    public int InputStride => (Inputs + Eight.Width - 1) / Eight.Width * Eight.Width;

    /// <summary>Weights of one replica, with the padding.</summary>
    public int Slots => Rows * Stride;

    /// <summary>Weights of one replica.</summary>
    public int Cells => Rows * Outputs;

    /// <summary>The size of a layer.</summary>
    public static LayerSize Of(LayerShape shape, int batch) => new(shape.Inputs, shape.Outputs, shape.Rows, batch);
}
