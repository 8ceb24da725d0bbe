using System.Globalization;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Experiments.Fitting;
using CrossbarSim.Experiments.Fitting.Noise;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>fit</c> prints on stdout.</summary>
internal static class FitReport
{
    // Of the window: no measurement is so exact.
    private const double Rounding = 1e-7;

    private static readonly string[] LawHeader = ["rank", "law", "parameters", "RMSE", "of window", "R2", "AIC", "BIC", ""];

    /// <summary>Prints everything.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">Files that were written.</param>
    /// <param name="details">Whether parameters of all laws are printed.</param>
    public static void Print(FitResult result, IReadOnlyList<string> files, bool details)
    {
        var output = Console.Out;
        output.WriteLine($"{result.Measured.File}: {Counted.Of(result.Measured)}");
        output.WriteLine();
        TextTable.Print(output, LawHeader, result.Ranked.Select(Row));
        foreach (var ranked in result.Ranked.Where(r => details && r != result.Chosen))
            Parameters(ranked.Fit.Law, ranked.Fit.Parameters);
        Parameters(result.Chosen.Fit.Law, result.Parameters);
        output.WriteLine();
        Noise(output, result.Noise);
        Spreads(output, result);
        if (files.Count > 0) output.WriteLine();
        foreach (var file in files) output.WriteLine(file);
    }

    private static string[] Row(RankedFit ranked)
    {
        var quality = ranked.Fit.Quality;
        return
        [
            Text($"{ranked.Rank}"), ranked.Fit.Law, Text($"{quality.FreeParameters}"), FitText.Quantity(quality.RmseSiemens, "S"),
            FitText.Percent(quality.RmseOfWindow), Text($"{quality.R2:F6}"), Text($"{quality.Aic:F1}"), Text($"{quality.Bic:F1}"),
            ranked.SameCurveAs is { } same ? $"same curve as {same}" : "",
        ];
    }

    private static void Parameters(string law, IReadOnlyList<FittedParameter> parameters)
    {
        Console.Out.WriteLine();
        TextTable.Print(Console.Out, [law, "value", "95 % interval"], parameters.Select(parameter => (string[])
        [
            parameter.Key, FitText.Quantity(parameter.Value, parameter.Unit), FitText.Interval(parameter),
        ]));
    }

    private static void Noise(TextWriter output, CycleNoise? noise)
    {
        if (noise is null) output.WriteLine("noise: no two neighbouring pulses were measured");
        else if (!noise.IsSeen && noise.Read < Rounding)
            output.WriteLine("noise: none; what the law leaves is rounding");
        else if (!noise.IsSeen)
            output.WriteLine(
                $"cycle-to-cycle noise: none beyond read noise; read noise {FitText.Percent(noise.Read)} of the window");
        else
        {
            var (step, window) = (FitText.Percent(noise.OfStep), FitText.Percent(noise.OfWindow));
            output.WriteLine(noise.FitsBetter == NoiseReference.Step
                ? $"cycle-to-cycle noise: {step} of the step, which fits better than {window} of the window"
                : $"cycle-to-cycle noise: {window} of the window, which fits better than {step} of the step");
            output.WriteLine($"read noise: {FitText.Percent(noise.Read)} of the window");
        }
    }

    private static void Spreads(TextWriter output, FitResult result)
    {
        if (result.Spreads.Count == 0) return;
        output.WriteLine();
        var rows = result.Spreads.Zip(result.Parameters, (spread, parameter) => (string[])
        [
            spread.Key, FitText.Quantity(spread.Mean, parameter.Unit), FitText.Quantity(spread.Deviation, parameter.Unit),
            FitText.Percent(spread.Relative),
        ]);
        TextTable.Print(output, ["device to device", "mean", "deviation", "relative"], rows);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
