using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Size of one layer and of the batch in it, as kernels take it; the same for every replica.</summary>
/// <param name="Inputs">Inputs, without the bias line.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Rows">Word lines: inputs, and the bias line if there is one.</param>
/// <param name="Batch">Samples.</param>
internal readonly record struct LayerSize(int Inputs, int Outputs, int Rows, int Batch)
{
    /// <summary>Weights of one replica.</summary>
    public int Cells => Rows * Outputs;

    /// <summary>Tiles of neighbouring or interleaved outputs, each the work of one thread.</summary>
    public int Tiles => (Outputs + EightSums.Width - 1) / EightSums.Width;

    /// <summary>The size of a layer.</summary>
    public static LayerSize Of(LayerShape shape, int batch) => new(shape.Inputs, shape.Outputs, shape.Rows, batch);
}
