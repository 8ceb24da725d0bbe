using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Validation.Fit;

internal static class FitValidation
{
    public static int Run(string[] args)
    {
        var trials = Arguments.Number(args, "--trials", 200);
        foreach (var truth in FitTruths.All)
            foreach (var noise in new[] { 0.01, 0.05 })
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var clean = MeasuredTrial.Of(truth.Device, 0, 0);
                var (shape, exact) = Exact(truth, clean);
                var counts = new int[exact.Count];
                var bound = new int[exact.Count];
                var unknown = new int[exact.Count];
                Parallel.For(0, trials, new ParallelOptions { MaxDegreeOfParallelism = 2 }, t =>
                {
                    var sweep = MeasuredTrial.Of(truth.Device, noise, (uint)t);
                    var fit = LawFitter.Fit(truth.Family.Shapes(sweep).ElementAt(shape), sweep)!;
                    lock (counts)
                        for (var i = 0; i < counts.Length; i++)
                        {
                            if (fit.Parameters[i].IsAtBound) bound[i]++;
                            else if (double.IsNaN(fit.Parameters[i].Low)) unknown[i]++;
                            else if (fit.Parameters[i].Covers(exact[i].Value)) counts[i]++;
                        }
                });
                Console.WriteLine($"{truth.Name} {noise} {watch.Elapsed.TotalSeconds:F1}s: " + string.Join(", ", exact.Select((p, i) => $"{p.Key}={p.Value:G4} {counts[i]}/{bound[i]}/{unknown[i]}")));
            }

        return 0;
    }

    private static (int, IReadOnlyList<FittedParameter>) Exact(FitTruth truth, Sweep clean)
    {
        var fits = truth.Family.Shapes(clean).Select((s, i) => (Fit: LawFitter.Fit(s, clean), i)).Where(f => f.Fit is not null).ToList();
        var best = fits.MinBy(f => f.Fit!.Quality.Bic);
        return (best.i, best.Fit!.Parameters);
    }
}
