using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Fit;

/// <summary>Known devices measured with noise: whether <c>fit</c> finds their law, and whether its intervals are right.</summary>
internal static class FitValidation
{
    private const string Folder = "validation/results";
    private static readonly double[] Noises = [0.01, 0.05];

    /// <summary>Runs the validation.</summary>
    /// <param name="args"><c>--trials N</c>: measurements of each device, 200 where absent.</param>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run(string[] args)
    {
        var trials = Arguments.Number(args, "--trials", 200);
        var intervals = Print(Coverages(trials), c => c.Line);
        var classes = Print(Classes(trials), c => c.Line);
        Write("fit-intervals.csv", Coverage.Header, intervals.Select(c => c.Line));
        Write("fit-classes.csv", ClassRun.Header, classes.Select(c => c.Line));
        return intervals.All(c => c.IsMet) && classes.All(c => c.IsMet) ? 0 : 6;
    }

    private static IEnumerable<Coverage> Coverages(int trials) =>
        FitTruths.All.SelectMany(truth => Noises.SelectMany(noise => CoverageRun.Run(truth, noise, trials)));

    private static IEnumerable<ClassRun> Classes(int trials) =>
        FitTruths.All.Where(truth => truth.MustRank).Select(truth => ClassRun.Run(truth, Noises[0], trials));

    private static List<T> Print<T>(IEnumerable<T> rows, Func<T, string> line)
    {
        List<T> kept = [];
        foreach (var row in rows)
        {
            Console.WriteLine(line(row));
            kept.Add(row);
        }

        return kept;
    }

    private static void Write(string name, string header, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText(Path.Combine(Folder, name), string.Join('\n', [header, .. lines, ""]));
    }
}
