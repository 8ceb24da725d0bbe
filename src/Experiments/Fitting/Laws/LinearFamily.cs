using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>linear</c>: the window alone; N is that of the sweep.</summary>
internal sealed class LinearFamily : ILawFamily
{
    /// <inheritdoc/>
    public string Law => "linear";

    /// <inheritdoc/>
    public IEnumerable<LawShape> Shapes(Sweep sweep)
    {
        var (up, down) = (sweep.Pulses(depression: false), sweep.Pulses(depression: true));
        yield return new LawShape(Law, [], [], all => all, (window, _) => new LinearDeviceOptions
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Pulses = up,
            Depression = up == down ? null : new BranchOptions { Pulses = down },
        });
    }
}
