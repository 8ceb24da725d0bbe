using System.Globalization;
using CsvHelper;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>Fits as CSV: a row for every parameter of every law, and one for every parameter of every device.</summary>
public static class FitTable
{
    /// <summary>Columns of <c>NAME-fit.csv</c>.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "rank", "law", "same_curve_as", "chosen", "free_parameters", "rmse_siemens", "rmse_of_window", "r2", "aic", "bic",
        "parameter", "unit", "value", "low_95", "high_95", "at_bound",
    ];

    /// <summary>Columns of <c>NAME-fit-devices.csv</c>.</summary>
    public static IReadOnlyList<string> DeviceColumns { get; } =
        ["device", "law", "rmse_siemens", "rmse_of_window", "r2", "parameter", "value", "standard_error"];

    /// <summary>The text of <c>NAME-fit.csv</c>.</summary>
    /// <param name="result">The result.</param>
    public static string Laws(FitResult result) =>
        Text([Columns, .. result.Ranked.SelectMany(ranked => Rows(ranked, result))]);

    /// <summary>The text of <c>NAME-fit-devices.csv</c>.</summary>
    /// <param name="result">The result; of more than one device.</param>
    public static string Devices(FitResult result) => Text([DeviceColumns, .. result.Devices.SelectMany(
        device => device.Parameters.Select(parameter => (IReadOnlyList<string>)
        [
            device.Device, result.Chosen.Fit.Law, Text(device.Quality.RmseSiemens), Text(device.Quality.RmseOfWindow),
            Text(device.Quality.R2), parameter.Key, Text(parameter.Value), Text(parameter.Error),
        ]))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(RankedFit ranked, FitResult result)
    {
        var chosen = ReferenceEquals(ranked, result.Chosen);
        var quality = ranked.Fit.Quality;
        return (chosen ? result.Parameters : ranked.Fit.Parameters).Select(parameter => (IReadOnlyList<string>)
        [
            ranked.Rank.ToString(CultureInfo.InvariantCulture), ranked.Fit.Law, ranked.SameCurveAs ?? "", Text(chosen),
            quality.FreeParameters.ToString(CultureInfo.InvariantCulture), Text(quality.RmseSiemens),
            Text(quality.RmseOfWindow), Text(quality.R2), Text(quality.Aic), Text(quality.Bic),
            parameter.Key, parameter.Unit, Text(parameter.Value), Text(parameter.Low), Text(parameter.High),
            Text(parameter.IsAtBound),
        ]);
    }

    private static string Text(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            foreach (var row in rows) csv.WriteRecord(row.ToArray());
        }

        return text.ToString();
    }

    private static string Text(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "yes" : "no";
}
