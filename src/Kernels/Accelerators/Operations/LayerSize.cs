using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Size of one layer, as kernels take it.</summary>
/// <param name="Inputs">Inputs, without the bias line.</param>
/// <param name="Outputs">Outputs.</param>
/// <param name="Rows">Word lines: inputs, and the bias line if there is one.</param>
internal readonly record struct LayerSize(int Inputs, int Outputs, int Rows)
{
    /// <summary>The size of a layer.</summary>
    public static LayerSize Of(LayerShape shape) => new(shape.Inputs, shape.Outputs, shape.Rows);
}
