using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>piecewise</c>.</summary>
public sealed record PiecewiseBranchOptions : StepBranchOptions, IChecked
{
    /// <summary>Factors on the step, 0 .. 1,000, at equal distances from where the direction starts to its end.</summary>
    [Description("Factors on the step at equal distances, from the end where the direction starts to the other, linear in "
        + "between; only the last may be 0.")]
    [Range(0, 1e3), Length(2, 1000)]
    public required IReadOnlyList<double> Nodes { get; init; }

    /// <inheritdoc/>
    public override double Profile(double covered)
    {
        var place = Math.Clamp(covered, 0, 1) * (Nodes.Count - 1);
        var below = Math.Min((int)place, Nodes.Count - 2);
        return Nodes[below] + (place - below) * (Nodes[below + 1] - Nodes[below]);
    }

    /// <inheritdoc/>
    public override double StopsAt()
    {
        var empty = Nodes.Index().FirstOrDefault(node => node.Item == 0, (Nodes.Count - 1, 0));
        return (double)empty.Index / (Nodes.Count - 1);
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        foreach (var (index, node) in Nodes.Index().SkipLast(1))
            if (node == 0) yield return new Problem("CBS0226", $"nodes.{index}", "is 0: only the last node may be, at the end");
    }
}

/// <summary>Law <c>piecewise</c>: the step is a measured profile over the way, linear between equally distant nodes.</summary>
/// <remarks>
/// M. J. Rasch et al. (AICAS 2021, arXiv:2104.02184), piecewise-step device. There both lists run from the lowest to the
/// highest weight, here each from where its direction starts: <see cref="Imports.AihwkitDevices"/> converts.
/// </remarks>
public sealed record PiecewiseDeviceOptions : StepDeviceOptions<PiecewiseBranchOptions>;
