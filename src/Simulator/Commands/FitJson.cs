using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The result of <c>fit --json</c>.</summary>
internal static class FitJson
{
    /// <summary>Prints it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="files">Files that were written.</param>
    public static void Print(FitResult result, IReadOnlyList<string> files) => JsonText.Print(new
    {
        result.Measured.File,
        result.Measured.Rows,
        Devices = result.Measured.Devices.Count,
        result.Measured.Cycles,
        PotentiationPulses = result.Measured.Sweep.PotentiationPulses,
        DepressionPulses = result.Measured.Sweep.DepressionPulses,
        Chosen = result.Chosen.Fit.Law,
        Laws = result.Ranked.Select(ranked => Law(ranked, result)),
        CycleToCycle = result.Noise is not { } noise ? null : new
        {
            noise.IsSeen,
            noise.OfWindow,
            noise.OfStep,
            FitsBetter = OptionNames.Value(noise.FitsBetter.ToString()),
            ReadNoiseOfWindow = noise.Read,
        },
        DeviceToDevice = result.Spreads.Select(spread => new { spread.Key, spread.Mean, spread.Deviation, spread.Relative }),
        Files = files,
    });

    private static object Law(RankedFit ranked, FitResult result) => new
    {
        ranked.Rank,
        ranked.Fit.Law,
        ranked.SameCurveAs,
        ranked.Fit.Quality.FreeParameters,
        ranked.Fit.Quality.RmseSiemens,
        ranked.Fit.Quality.RmseOfWindow,
        ranked.Fit.Quality.R2,
        ranked.Fit.Quality.Aic,
        ranked.Fit.Quality.Bic,
        Parameters = (ranked == result.Chosen ? result.Parameters : ranked.Fit.Parameters).Select(parameter => new
        {
            parameter.Key,
            parameter.Unit,
            parameter.Value,
            Low95 = Known(parameter.Low),
            High95 = Known(parameter.High),
            parameter.IsAtBound,
        }),
    };

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
