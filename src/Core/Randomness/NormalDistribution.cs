namespace CrossbarSim.Core.Randomness;

/// <summary>The normal distribution with mean 0 and standard deviation 1.</summary>
/// <remarks>
/// M. J. Wichura: Algorithm AS 241: The percentage points of the normal distribution. Applied Statistics 37 (1988)
/// 477, routine PPND16: a rational approximation of degree 7 in each of three regions, with a relative error of about
/// 1e-16 before rounding. One uniform number gives one deviate, so that deviates can be had in any order.
/// </remarks>
public static class NormalDistribution
{
    private const double HalfWidth = 0.425;
    private const double FarTail = 5;

    // Coefficients by rising power, numerator then denominator: the middle, the tails, the far tails.
    private static readonly (double[] Above, double[] Below) Middle = (
        [3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
            45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
        [1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
            21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610]);

    private static readonly (double[] Above, double[] Below) Tail = (
        [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
            1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4],
        [1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
            0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9]);

    private static readonly (double[] Above, double[] Below) Far = (
        [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
            0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
        [1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15]);

    /// <summary>The number below which a deviate lies with a given probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>Within 1e-15 of the exact value, relative, for probabilities from 1e-300 on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not above 0 and below 1.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "not above 0 and below 1");
        var q = probability - 0.5;
        if (Math.Abs(q) <= HalfWidth) return q * Ratio(Middle, HalfWidth * HalfWidth - q * q);
        var r = Math.Sqrt(-Math.Log(Math.Min(probability, 1 - probability)));
        return Math.CopySign(r <= FarTail ? Ratio(Tail, r - 1.6) : Ratio(Far, r - FarTail), q);
    }

    /// <summary>The probability of a number below a given one: the inverse of <see cref="Quantile"/>.</summary>
    /// <param name="deviate">Within +-8.</param>
    /// <returns>Within 1e-15, by bisection: for what is wanted once.</returns>
    public static double Probability(double deviate)
    {
        var (low, high) = (0.0, 1.0);
        for (var middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (Quantile(middle) < deviate) low = middle;
            else high = middle;
        }

        return high;
    }

    private static double Ratio((double[] Above, double[] Below) parts, double x) =>
        Polynomial(parts.Above, x) / Polynomial(parts.Below, x);

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        for (var power = coefficients.Length - 1; power >= 0; power--) sum = sum * x + coefficients[power];
        return sum;
    }
}
