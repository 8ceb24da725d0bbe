using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>table</c>: the rising step curve nearest to all points; every step of it is a free parameter.</summary>
internal sealed class TableFamily : ILawFamily
{
    /// <inheritdoc/>
    public string Law => "table";

    /// <inheritdoc/>
    public IEnumerable<LawShape> Shapes(Sweep sweep)
    {
        var levels = Isotonic.Rising(States(sweep));
        if (levels.Count < 2) yield break;
        var (pulses, falling) = (sweep.Pulses(depression: false), sweep.Pulses(depression: true));
        var table = new TablePoints
        {
            // The outermost levels are the ends of the window, wherever their points lie.
            Pulse = [0, .. levels.Skip(1).SkipLast(1).Select(level => level.Place * pulses), pulses],
            Conductance = [.. levels.Select(level => level.Value)],
        };
        yield return new LawShape(Law, [], [], all => all, (window, _) => new TableDeviceOptions
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Pulses = pulses,
            Depression = falling == pulses ? null : new BranchOptions { Pulses = falling },
            Table = table,
        })
        { FreeParameters = levels.Count };
    }

    // One curve: n pulses from the top is where N - n from the bottom is.
    private static IEnumerable<Level> States(Sweep sweep) => sweep.Points
        .Select(p => new Level((double)p.Pulse / sweep.Pulses(p.IsDepression), p.Siemens, p.Rows) is var level && p.IsDepression
            ? level with { Place = 1 - level.Place }
            : level)
        .OrderBy(level => level.Place);
}
