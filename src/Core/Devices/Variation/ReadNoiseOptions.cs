using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What the noise of reading or writing is relative to.</summary>
public enum WindowReference
{
    /// <summary>The conductance window, gmax - gmin.</summary>
    Window,
}

/// <summary>
/// Read noise: what one read of one device sees differs from its conductance by sigma xi windows, xi standard normal and
/// drawn for every read.
/// </summary>
public sealed record ReadNoiseOptions
{
    /// <summary>Standard deviation, of the nominal window.</summary>
    [Description("Standard deviation of one read of one device, of the nominal window.")]
    [Range(0, 1)]
    public required double Sigma { get; init; }

    /// <summary>What it is relative to.</summary>
    [Description("window: share of gmax - gmin.")]
    public WindowReference Of { get; init; }
}
