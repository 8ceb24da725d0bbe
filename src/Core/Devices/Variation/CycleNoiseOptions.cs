using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What cycle-to-cycle noise is relative to.</summary>
public enum NoiseReference
{
    /// <summary>The conductance window: u' = u1 + sigma xi.</summary>
    Window,

    /// <summary>The pulse's own step: u' = u + (u1 - u)(1 + sigma xi).</summary>
    Step,
}

/// <summary>
/// Cycle-to-cycle noise of a pulse that moves the device from u to u1; xi is standard normal, drawn anew for every
/// pulse, and the result is clamped to the window.
/// </summary>
public sealed record CycleNoiseOptions : IChecked
{
    /// <summary>The largest standard deviation relative to the window.</summary>
    public const double MostOfWindow = 0.3;

    /// <summary>Standard deviation, 0 .. 0.3 of the window or 0 .. 10 of the step.</summary>
    [Description("Standard deviation of one pulse: 0 .. 0.3 of the window, or 0 .. 10 of the step.")]
    [Range(0, 10)]
    public required double Sigma { get; init; }

    /// <summary>What it is relative to.</summary>
    [Description("window: share of gmax - gmin; step: share of the pulse's own step.")]
    public required NoiseReference Of { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Of == NoiseReference.Window && Sigma > MostOfWindow)
            yield return new Problem("CBS0207", "sigma", FormattableString.Invariant(
                $"{Sigma} of the window is outside 0 .. {MostOfWindow}: one pulse would forget where the device stood"));
    }
}
