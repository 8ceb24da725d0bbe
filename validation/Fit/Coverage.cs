using System.Globalization;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Validation.Fit;

/// <summary>How often the interval of one parameter holds its true value.</summary>
internal sealed class Coverage(FitTruth truth, double noise, FittedParameter exact)
{
    // Of 200 trials 180 to 199, and the same shares of any other number.
    private const double Least = 0.9;
    private const double Most = 0.995;
    private const int FewTrials = 200;

    private int _covered;
    private int _missed;
    private int _atBound;
    private int _unknown;

    /// <summary>Head of the table.</summary>
    public const string Header = "device,noise,parameter,value,trials,covered,missed,at_bound,not_determined,met";

    private int Judged => _covered + _missed;

    /// <summary>Whether the share of trials, those at a bound aside, is right; a few trials may miss by one more.</summary>
    public bool IsMet => _covered >= Math.Floor(Least * Judged) && (_covered <= Most * Judged || Judged < FewTrials);

    /// <summary>Takes the parameter of one trial.</summary>
    /// <param name="found">What was fitted.</param>
    public void Add(FittedParameter found)
    {
        if (found.IsAtBound) _atBound++;
        else if (double.IsNaN(found.Low)) _unknown++;
        else if (found.Covers(exact.Value)) _covered++;
        else _missed++;
    }

    /// <summary>A line of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{truth.Name},{noise},{exact.Key},{exact.Value:G6},{Judged + _atBound + _unknown},"
        + $"{_covered},{_missed},{_atBound},{_unknown},{(IsMet ? "yes" : "no")}");
}
