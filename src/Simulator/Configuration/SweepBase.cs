using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>The experiment that the points of a sweep start from.</summary>
/// <param name="session">The load.</param>
/// <param name="root">The tree of the experiment.</param>
/// <param name="overrides">What the command line sets in it, before any axis.</param>
internal sealed class SweepBase(LoadSession session, LocatedNode root, IReadOnlyList<KeySetting> overrides)
{
    private readonly DeviceReferences _references = new(session);

    /// <summary>Reads the files that values of an axis name, so that the plan holds all of them.</summary>
    /// <param name="axis">The axis.</param>
    public void ReadFiles(AxisValues axis)
    {
        var names = axis.Key.Split('.');
        if (names[0] != "device" || names.Length > 2 || (names.Length == 2 && !names[1].All(char.IsAsciiDigit))) return;
        foreach (var value in axis.Written) _references.Resolve(value, axis.Key);
    }

    /// <summary>The experiment with some keys set.</summary>
    /// <param name="settings">What to set.</param>
    public LoadResult<ExperimentOptions> With(IReadOnlyList<KeySetting> settings)
    {
        var problems = new ProblemList();
        var tree = new KeySetter(problems, _references).Apply(root, [.. overrides, .. settings]);
        return new LoadResult<ExperimentOptions>(new OptionBinder(problems).Bind<ExperimentOptions>(tree), problems.Sorted());
    }
}
