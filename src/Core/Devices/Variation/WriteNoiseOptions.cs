using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// Write noise: what is seen of a device after a pulse differs from the state that the next pulse acts on: visible u =
/// u + sigma xi, not cut at the window, with xi standard normal and drawn anew with every pulse that is fired.
/// </summary>
/// <remarks><c>write_noise_std</c> of IBM's aihwkit, there in units of dw_min.</remarks>
public sealed record WriteNoiseOptions
{
    /// <summary>Standard deviation, of the device's window.</summary>
    [Description("Standard deviation of what is seen of a device about its state, drawn anew with every pulse; a share of its "
        + "window.")]
    [Range(0, 1)]
    public required double Sigma { get; init; }

    /// <summary>What it is relative to.</summary>
    [Description("window: share of gmax - gmin.")]
    public WindowReference Of { get; init; }
}
