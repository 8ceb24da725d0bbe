using System.Globalization;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>A number in a field of a table.</summary>
internal static class TableNumber
{
    /// <summary>Reads a field.</summary>
    /// <param name="text">The field.</param>
    /// <returns>The number; null where it is none, as an empty field.</returns>
    public static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
