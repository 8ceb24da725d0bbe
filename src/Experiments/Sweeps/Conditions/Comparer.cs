using System.Globalization;

namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>Compares and combines the values of a condition.</summary>
internal static class Comparer
{
    /// <summary>Whether a comparison holds; a number and a word are never equal, and neither is above the other.</summary>
    public static bool Holds(object left, string sign, object right)
    {
        if (left is not double a || right is not double b)
            return sign is "==" or "!=" && sign == "==" == (Text(left) == Text(right));
        return sign switch
        {
            "<" => a < b,
            ">" => a > b,
            "<=" => a <= b,
            ">=" => a >= b,
            "==" => a.Equals(b),
            _ => !a.Equals(b),
        };
    }

    /// <summary>The result of an operation; not a number where one of them is none.</summary>
    public static object Calculate(object left, string sign, object right)
    {
        if (left is not double a || right is not double b) return double.NaN;
        return sign switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => a / b };
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
