using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>exponential</c> with one curve, and with one for each direction.</summary>
internal sealed class ExponentialFamily : ILawFamily
{
    /// <inheritdoc/>
    public string Law => "exponential";

    /// <inheritdoc/>
    public IEnumerable<LawShape> Shapes(Sweep sweep)
    {
        var branch = CurveConstant.Of("a", unit: 1);
        var (up, down) = (sweep.Pulses(depression: false), sweep.Pulses(depression: true));
        DeviceOptions Build(ConductanceWindow window, double[] rising, double[]? falling) => new ExponentialDeviceOptions
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Pulses = up,
            Potentiation = new ExponentialBranchOptions { A = rising[0] },
            Depression = falling is null ? null : new ExponentialBranchOptions { A = falling[0], Pulses = down },
        };

        // One curve has one N.
        if (up == down) yield return LawShape.Shared(Law, branch, Build);
        if (sweep.HasBoth) yield return LawShape.Own(Law, branch, branch, Build);
    }
}
