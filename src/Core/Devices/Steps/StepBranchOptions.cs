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
    /// <param name="shape">Factor on the shape parameter of the law, where it has one.</param>
    public abstract double Profile(double covered, double shape = 1);

    /// <summary>Share of the way at which the profile first falls to 0, at most 1: a device comes no farther.</summary>
    /// <param name="shape">Factor on the shape parameter of the law, where it has one.</param>
    public virtual double StopsAt(double shape = 1) => 1;

    /// <summary>Share of the window that a pulse moves a nominal device.</summary>
    /// <param name="covered">Share of the way that is covered, 0 .. 1.</param>
    /// <returns>0 or more; not cut at the end of the window.</returns>
    public double Move(double covered) => Math.Max(0, Step * Profile(covered));

    /// <summary>The walk through the window.</summary>
    /// <param name="most">Pulses after which it ends wherever it stands.</param>
    /// <param name="shape">Factor on the shape parameter.</param>
    internal StepWalk Walk(int most, double shape = 1)
    {
        var nominal = StepLaw.Walk(Move, most);
        return shape == 1 ? nominal : StepLaw.WalkAlike(x => Math.Max(0, Step * Profile(x, shape)), nominal);
    }
}
