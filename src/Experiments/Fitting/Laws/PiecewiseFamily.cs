using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>piecewise</c>: the step at each of a few nodes; the first node is 1, so that the step is that there.</summary>
internal sealed class PiecewiseFamily : StepFamily<PiecewiseBranchOptions>
{
    private const double LargestNode = 1e3;
    private static readonly int[] Counts = [2, 3, 4, 5, 6, 7, 9];

    /// <inheritdoc/>
    public override string Law => "piecewise";

    /// <inheritdoc/>
    protected override IEnumerable<BranchShape> Branches(int pulses) =>
        Counts.Where(count => 4 * count <= pulses).Select(count => new BranchShape(
            [.. Enumerable.Repeat(StepVariable(pulses, 1), count)],
            [Step, .. Enumerable.Range(1, count - 1).Select(Node)],
            v => [Math.Exp(v[0]), .. v.Skip(1).Select(node => Math.Exp(node - v[0]))]));

    /// <inheritdoc/>
    protected override DeviceOptions Device(ConductanceWindow window, PiecewiseBranchOptions up, PiecewiseBranchOptions down) =>
        new PiecewiseDeviceOptions { Gmin = window.Gmin, Gmax = window.Gmax, Potentiation = up, Depression = down };

    private static LawParameter Node(int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"nodes.{index}"), ParameterScale.Logarithmic, 0, LargestNode);

    /// <inheritdoc/>
    protected override PiecewiseBranchOptions Branch(double[] p, int? most) =>
        new() { Step = p[0], Nodes = [1, .. p[1..]], Pulses = most };
}
