using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Conductances of the array of one layer.</summary>
/// <param name="Layer">Name of the layer, such as <c>Layer 1</c>.</param>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
/// <param name="Conductances">
/// Siemens, row-major [Rows x Columns], or [Rows x Columns x 2] for differential pairs, plus then minus; NaN is
/// drawn grey.
/// </param>
/// <param name="Window">The nominal window: the ends of the colour scale, which devices beyond it widen.</param>
public sealed record ConductanceMap(
    string Layer, int Rows, int Columns, IReadOnlyList<double> Conductances, ConductanceWindow Window)
{
    /// <summary>Whether there are two devices a weight.</summary>
    internal bool IsDifferential => Conductances.Count == 2 * Rows * Columns;

    /// <summary>Fails where the number of conductances fits neither shape.</summary>
    /// <exception cref="ArgumentException">Neither Rows x Columns nor twice that, or no devices at all.</exception>
    internal void Check()
    {
        if (Rows < 1 || Columns < 1) throw new ArgumentException($"an array of {Rows} x {Columns} has no devices");
        if (!IsDifferential && Conductances.Count != Rows * Columns)
            throw new ArgumentException($"{Conductances.Count} conductances for an array of {Rows} x {Columns}");
    }
}
