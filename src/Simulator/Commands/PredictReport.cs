using CrossbarSim.Core.Options;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>predict</c> prints on stdout.</summary>
internal static class PredictReport
{
    /// <summary>Prints a table: file, digit, probability; with details, those of all classes.</summary>
    public static void Print(IReadOnlyList<DigitReading> readings, bool details)
    {
        if (readings.Count == 0) return;
        var width = Math.Max(4, readings.Max(r => r.File.Length));
        var classes = Enumerable.Range(0, readings[0].Prediction.Probabilities.Count);
        var heads = details ? string.Concat(classes.Select(c => Text($"{c,8}"))) : "";
        Console.Out.WriteLine($"{"file".PadRight(width)}  digit  probability{heads}".TrimEnd());
        foreach (var reading in readings)
        {
            var all = details ? string.Concat(reading.Prediction.Probabilities.Select(p => Text($"{100 * p,6:F1} %"))) : "";
            var first = Text($"{reading.Prediction.Class,5}  {100 * reading.Prediction.Probability,9:F1} %");
            Console.Out.WriteLine($"{reading.File.PadRight(width)}  {first}{all}");
        }

        foreach (var reading in readings)
            if (reading.Picture is { } picture) Console.Out.WriteLine(picture);
    }

    /// <summary>Prints the same as JSON.</summary>
    public static void PrintJson(IReadOnlyList<DigitReading> readings) =>
        JsonText.Print(readings.Select(reading => new
        {
            reading.File,
            Digit = reading.Prediction.Class,
            reading.Prediction.Probability,
            reading.Prediction.Probabilities,
            Ink = OptionNames.Value(reading.Digit.Ink.ToString()),
            reading.Picture,
        }));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
