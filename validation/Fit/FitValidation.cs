using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Fit;

/// <summary>Known devices measured with noise: whether <c>fit</c> finds their law, and whether its intervals are right.</summary>
internal static class FitValidation
{
    private const string Folder = "validation/results";
    private static readonly double[] Noises = [0.01, 0.05];

    /// <summary>Runs the validation.</summary>
    /// <param name="args">
    /// <c>intervals</c> or <c>classes</c>: that part; <c>--trials N</c>: measurements of each device, 200 where absent.
    /// </param>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run(string[] args)
    {
        var trials = Arguments.Number(args, "--trials", 200);
        var met = true;
        if (!args.Contains("classes"))
            met &= Table("fit-intervals.csv", Coverage.Header, Coverages(trials).Select(c => (c.Line, c.IsMet)));
        if (!args.Contains("intervals"))
            met &= Table("fit-classes.csv", ClassRun.Header, Classes(trials).Select(c => (c.Line, c.IsMet)));
        return met ? 0 : 6;
    }

    private static IEnumerable<Coverage> Coverages(int trials) =>
        FitTruths.All.SelectMany(truth => Noises.SelectMany(noise => CoverageRun.Run(truth, noise, trials)));

    private static IEnumerable<ClassRun> Classes(int trials) =>
        FitTruths.All.Where(truth => truth.MustRank).Select(truth => ClassRun.Run(truth, Noises[0], trials));

    // Printed as they come, for the whole takes an hour.
    private static bool Table(string name, string header, IEnumerable<(string Line, bool IsMet)> rows)
    {
        List<string> lines = [header];
        var met = true;
        foreach (var (line, isMet) in rows)
        {
            Console.WriteLine(line);
            lines.Add(line);
            met &= isMet;
        }

        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText(Path.Combine(Folder, name), string.Join('\n', [.. lines, ""]));
        return met;
    }
}
