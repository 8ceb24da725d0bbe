using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>A million damaged files for every reader.</summary>
internal static class FuzzValidation
{
    private const string Table = "validation/results/fuzz.csv";
    private const ulong Seed = 20_261_124;

    /// <summary>Runs the validation.</summary>
    /// <param name="cases">Files for each reader.</param>
    /// <param name="only">Names of readers, whose rows of the table are renewed; empty: all.</param>
    /// <returns>0 when every file was read or answered, else 6.</returns>
    public static int Run(int cases, IReadOnlyCollection<string> only)
    {
        var names = FuzzTargets.All(Directory.GetCurrentDirectory()).Select(target => target.Name)
            .Where(name => only.Count == 0 || only.Contains(name)).ToList();
        var reports = new FuzzReport[names.Count];
        Parallel.For(0, reports.Length, i =>
        {
            reports[i] = FuzzRun.Run(
                FuzzTargets.All(Directory.GetCurrentDirectory()).Single(target => target.Name == names[i]), cases, Seed);
            Console.WriteLine(Line(reports[i]));
            foreach (var failure in reports[i].Failures.Take(10)) Console.WriteLine($"  {failure}");
        });
        var others = (only.Count > 0 ? File.ReadAllLines(Table).Skip(1) : []).Where(row => !names.Contains(row.Split(',')[0]));
        AtomicFile.WriteText(Table, string.Join('\n',
            ["reader,cases,accepted,refused,slowest_seconds,failures", .. others, .. reports.Select(Line), ""]));
        return reports.All(report => report.Failures.Count == 0) ? 0 : 6;
    }

    private static string Line(FuzzReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.Target},{report.Cases},{report.Accepted},{report.Refused},{report.SlowestSeconds:F3},{report.Failures.Count}");
}
