using System.Diagnostics;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>Feeds damaged files to a reader: each must end in a valid result or an answer, within a second.</summary>
internal static class FuzzRun
{
    // Processor time would be fairer on a busy machine, but hides a reader that waits.
    private const double LongestSeconds = 1;

    /// <summary>Runs cases 0 .. count - 1.</summary>
    /// <param name="target">The reader.</param>
    /// <param name="count">Number of cases.</param>
    /// <param name="seed">Seed of all cases.</param>
    public static FuzzReport Run(FuzzTarget target, int count, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("crossbarsim-fuzz-").FullName;
        try
        {
            return Run(target, count, new Mutator(seed), Path.Combine(folder, $"case.{target.Extension}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FuzzReport Run(FuzzTarget target, int count, Mutator mutator, string file)
    {
        var (accepted, refused, slowest) = (0, 0, 0.0);
        List<string> failures = [];
        for (var number = 0; number < count; number++)
        {
            File.WriteAllBytes(file, mutator.Make(target.Samples, number));
            var watch = Stopwatch.StartNew();
            var thrown = Read(target, file);
            var seconds = watch.Elapsed.TotalSeconds;
            slowest = Math.Max(slowest, seconds);
            if (thrown is null) accepted++;
            else if (target.IsAnswer(thrown)) refused++;
            else failures.Add($"case {number}: {thrown}");
            if (seconds > LongestSeconds) failures.Add(FormattableString.Invariant($"case {number}: {seconds:F1} s"));
            var left = Directory.GetFiles(Path.GetDirectoryName(file)!).Length - 1;
            if (left > 0) failures.Add($"case {number}: left {left} files behind");
        }

        return new FuzzReport(target.Name, count, accepted, refused, slowest, failures);
    }

    private static Exception? Read(FuzzTarget target, string file)
    {
        try
        {
            target.Read(file);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
