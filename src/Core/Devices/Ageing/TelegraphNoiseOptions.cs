using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices.Ageing;

/// <summary>What the amplitude of random telegraph noise is relative to.</summary>
public enum TelegraphReference
{
    /// <summary>The conductance that the device has without it.</summary>
    Conductance,

    /// <summary>The nominal window, gmax - gmin.</summary>
    Window,
}

/// <summary>
/// Random telegraph noise: a share of the devices has one trap. At each time of reading the trap is occupied or not,
/// independently of other devices and times, and an occupied one lowers G by the amplitude, at most to 0.
/// </summary>
/// <remarks>
/// The trap near the filament of S. Ambrogio et al., IEEE Trans. Electron Devices 61 (2014) 2920,
/// doi:10.1109/TED.2014.2330202. What differs: the times of reading are taken to be far apart beside those of the trap.
/// </remarks>
public sealed record TelegraphNoiseOptions
{
    /// <summary>Probability that a device has a trap.</summary>
    [Description("Share of the devices that have a trap.")]
    [Range(0.0, 1.0)]
    public required double Share { get; init; }

    /// <summary>How much an occupied trap lowers G, as a share of what <see cref="Of"/> says.</summary>
    [Description("By how much an occupied trap lowers the conductance, a share of what `of` says.")]
    [Range(0.0, 1.0)]
    public required double Amplitude { get; init; }

    /// <summary>What the amplitude is relative to.</summary>
    [Description("conductance: share of the device's conductance; window: share of gmax - gmin.")]
    public TelegraphReference Of { get; init; } = TelegraphReference.Conductance;

    /// <summary>Probability that a trap is occupied when it is read.</summary>
    [Description("Probability that a trap is occupied at a time of reading.")]
    [Range(0.0, 1.0)]
    public double Occupancy { get; init; } = 0.5;
}
