using System.Globalization;
using Xunit;

namespace CrossbarSim.TestSupport;

/// <summary>Comparison of arrays of numbers within an absolute bound.</summary>
public static class Near
{
    /// <summary>Fails at the worst element where it is further off than the bound; NaN is never near.</summary>
    /// <param name="expected">The numbers that are right.</param>
    /// <param name="actual">The numbers to judge, as many.</param>
    /// <param name="bound">Largest absolute difference.</param>
    /// <param name="what">What is compared, for the message.</param>
    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double bound, string what)
    {
        Assert.True(expected.Count == actual.Count, $"{what}: {actual.Count} values instead of {expected.Count}");
        for (var k = 0; k < expected.Count; k++)
        {
            var off = Math.Abs(expected[k] - actual[k]);
            Assert.True(off <= bound, string.Create(CultureInfo.InvariantCulture,
                $"{what}[{k}]: {actual[k]:R} is {off:E2} from {expected[k]:R}, allowed {bound:E1}"));
        }
    }

    /// <summary>As for arrays, for one number.</summary>
    /// <param name="expected">The number that is right.</param>
    /// <param name="actual">The number to judge.</param>
    /// <param name="bound">Largest absolute difference.</param>
    /// <param name="what">What is compared, for the message.</param>
    public static void Equal(double expected, double actual, double bound, string what) =>
        Equal([expected], [actual], bound, what);
}
