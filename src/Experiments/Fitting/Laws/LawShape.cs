using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>One way to write a law with free parameters; the window is always free beside them.</summary>
/// <param name="Law">Name of the law in a device file.</param>
/// <param name="Variables">What the solver moves.</param>
/// <param name="Parameters">The law's free parameters.</param>
/// <param name="Convert">From variables to parameters.</param>
/// <param name="Build">The device of a window and parameters; throws where there is none.</param>
public sealed record LawShape(
    string Law,
    IReadOnlyList<SolverVariable> Variables,
    IReadOnlyList<LawParameter> Parameters,
    Func<double[], double[]> Convert,
    Func<ConductanceWindow, double[], DeviceOptions> Build)
{
    private const string Rising = "potentiation.";
    private const string Falling = "depression.";

    /// <summary>How many numbers are free: those of the law and the two ends of the window.</summary>
    public int FreeParameters { get; init; } = Parameters.Count + 2;

    /// <summary>Whether each sweep begins at its end of the window; else each begins where the one before it turned.</summary>
    public bool StartsAtEnds { get; init; }

    /// <summary>Whether the law is cut off at the end of its window, where the curve then has a kink.</summary>
    public bool HasKinks { get; init; }

    /// <summary>Each direction alone, rising first, where each has its own parameters: together they are a start.</summary>
    public IReadOnlyList<LawShape> Halves { get; init; } = [];

    /// <summary>The device that is written: as built, or with the end of its window where the law puts it.</summary>
    public Func<ConductanceWindow, double[], DeviceOptions> Publish { get; init; } = Build;

    /// <summary>Both directions by the same parameters, or only one is known.</summary>
    internal static LawShape Shared(
        string law, BranchShape branch, TwoDirections build, TwoDirections? publish = null) =>
        new(law, branch.Variables, Named(Rising, branch), branch.Convert, (window, all) => build(window, all, null))
        {
            Publish = (window, all) => (publish ?? build)(window, all, null),
        };

    /// <summary>Each direction by its own.</summary>
    internal static LawShape Own(
        string law, BranchShape up, BranchShape down, TwoDirections build, TwoDirections? publish = null)
    {
        var (moved, counted) = (up.Variables.Count, up.Parameters.Count);
        return new LawShape(
            law,
            [.. up.Variables, .. down.Variables],
            [.. Named(Rising, up), .. Named(Falling, down)],
            all => [.. up.Convert(all[..moved]), .. down.Convert(all[moved..])],
            (window, all) => build(window, all[..counted], all[counted..]))
        {
            Publish = (window, all) => (publish ?? build)(window, all[..counted], all[counted..]),
            Halves =
            [
                Half(law, up, (window, all) => build(window, all, Any(down))),
                Half(law, down, (window, all) => build(window, Any(up), all)),
            ],
        };
    }

    private static LawShape Half(string law, BranchShape branch, Func<ConductanceWindow, double[], DeviceOptions> build) =>
        new(law, branch.Variables, branch.Parameters, branch.Convert, build);

    // The other direction is not looked at, but a device has one.
    private static double[] Any(BranchShape branch) => branch.Convert([.. branch.Variables.Select(v => v.Starts[0])]);

    private static LawParameter[] Named(string direction, BranchShape branch) =>
        [.. branch.Parameters.Select(p => p with { Key = direction + p.Key })];
}
