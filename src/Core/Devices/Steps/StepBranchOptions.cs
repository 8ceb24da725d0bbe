using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>
/// One direction of a step law: a pulse moves <see cref="Step"/> times a profile over the share of the way that is
/// covered, 0 where the direction starts and 1 at the end that it leads to.
/// </summary>
public abstract record StepBranchOptions : BranchOptions
{
    /// <summary>Share of the window that a pulse moves where the profile is 1; above 0, at most 1.</summary>
    [Description("Share of the window (gmax - gmin) that a pulse moves where the profile of the law is 1: at the end where "
        + "the direction starts, but for exp-step and piecewise, which scale it there too.")]
    [Range(1e-5, 1)]
    public required double Step { get; init; }

    /// <summary>Factor on the step.</summary>
    /// <param name="covered">Share of the way that is covered, 0 .. 1.</param>
    public abstract double Profile(double covered);

    /// <summary>Share of the way at which the profile first falls to 0, at most 1: a device comes no farther.</summary>
    public virtual double StopsAt() => 1;

    /// <summary>Value of a parameter of shape.</summary>
    /// <param name="key">Its key.</param>
    /// <exception cref="ArgumentException">The law has no such parameter.</exception>
    public virtual double ShapeValue(string key) => throw new ArgumentException($"no parameter {key}", nameof(key));

    /// <summary>The direction with another value of a parameter of shape.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The other value.</param>
    /// <exception cref="ArgumentException">The law has no such parameter.</exception>
    public virtual StepBranchOptions Shaped(string key, double value) =>
        throw new ArgumentException($"no parameter {key}", nameof(key));

    /// <summary>Share of the window that a pulse moves a nominal device.</summary>
    /// <param name="covered">Share of the way that is covered, 0 .. 1.</param>
    /// <returns>0 or more; not cut at the end of the window.</returns>
    public double Move(double covered) => Math.Max(0, Step * Profile(covered));

    /// <summary>The walk through the window.</summary>
    /// <param name="most">Pulses after which it ends wherever it stands.</param>
    internal StepWalk Walk(int most) => StepLaw.Walk(Move, most);

    /// <summary>The branch of a device of another shape.</summary>
    /// <param name="nominal">The nominal walk.</param>
    /// <param name="key">Key of the shape parameter; null: there is none.</param>
    /// <param name="factor">Factor on it.</param>
    /// <param name="falling">Whether pulses of this direction fall.</param>
    internal LawBranch Branch(StepWalk nominal, string? key, double factor, bool falling) => key is null || factor == 1
        ? nominal.Branch(falling)
        : Shaped(key, ShapeValue(key) * factor).Alike(nominal, falling);

    /// <summary>
    /// The branch of a device whose steps have this profile, times the factor of <see cref="StepLaw.WalkAlike"/>.
    /// </summary>
    /// <param name="nominal">The nominal walk, in whose pulses it crosses the window.</param>
    /// <param name="falling">Whether pulses of this direction fall.</param>
    private protected virtual LawBranch Alike(StepWalk nominal, bool falling) =>
        StepLaw.WalkAlike(Move, nominal).Branch(falling);
}
