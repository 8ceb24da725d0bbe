using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Checks files of any kind without using them.</summary>
internal static class FileCheck
{
    /// <summary>Checks every file.</summary>
    /// <param name="paths">The files.</param>
    public static FileCheckResult Run(IEnumerable<string> paths)
    {
        var found = paths.SelectMany(Problems).ToArray();
        return new FileCheckResult(
            [.. found.Select(p => p.Render())], found.Any(p => p.Problem.Severity == Severity.Error) ? 3 : 0);
    }

    private static IReadOnlyList<LocatedProblem> Problems(string path)
    {
        var session = new LoadSession();
        if (session.Parse(path) is not { } root) return session.Problems.Sorted();
        return FileKinds.Of(root) switch
        {
            FileKind.Device => DeviceLoader.Finish(session, root).Problems,
            FileKind.Experiment => ExperimentLoader.Finish(session, root, []).Problems,
            FileKind.Sweep => SweepLoader.Finish(session, root, []).Problems,
            FileKind.Board => session.Bind<BoardOptions>(root).Problems,
            _ => Unknown(session, root),
        };
    }

    private static IReadOnlyList<LocatedProblem> Unknown(LoadSession session, LocatedNode root)
    {
        session.Problems.Add(ProblemCodes.UnknownKind, "",
            $"{root.Kind} that is no kind of file known here: {FileKinds.Marks}", root.At);
        return session.Problems.Sorted();
    }
}
