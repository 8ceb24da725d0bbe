using System.Globalization;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Validation.Fit;

/// <summary>How often the law of a device is in the class of curves that is ranked first.</summary>
internal sealed record ClassRun(FitTruth Truth, double Noise, int Trials, int Right, IReadOnlyList<(string Law, int Count)> Named)
{
    private const double Goal = 0.9;

    /// <summary>Head of the table.</summary>
    public const string Header = "device,noise,trials,right_class,first,goal,met";

    /// <summary>Whether it is often enough, where it must be.</summary>
    public bool IsMet => Right >= Goal * Trials;

    /// <summary>A line of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Truth.Name},{Noise},{Trials},{Right},{Firsts},{Goal * Trials},{(IsMet ? "yes" : "no")}");

    private string Firsts =>
        string.Join(' ', Named.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Law}:{n.Count}")));

    /// <summary>Runs trials 0 .. count - 1.</summary>
    /// <param name="truth">The device.</param>
    /// <param name="noise">Standard deviation of a read, as a share of the window.</param>
    /// <param name="count">Number of trials.</param>
    public static ClassRun Run(FitTruth truth, double noise, int count)
    {
        var (right, firsts) = (new bool[count], new string[count]);
        Parallel.For(0, count, trial =>
        {
            var ranked = LawFitter.FitAll(MeasuredTrial.Of(truth.Device, noise, (uint)trial));
            (right[trial], firsts[trial]) = (ranked.Any(r => r.Rank == 1 && r.Fit.Law == truth.Law), ranked[0].Fit.Law);
        });
        return new ClassRun(
            truth, noise, count, right.Count(r => r),
            [.. firsts.CountBy(law => law).OrderByDescending(n => n.Value).Select(n => (n.Key, n.Value))]);
    }
}
