using System.Text.Json;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>data list</c> does once the command line is understood.</summary>
internal static class DataListVerb
{
    private static readonly JsonSerializerOptions JsonStyle = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Runs the verb.</summary>
    /// <param name="data">The folder that the user named, if any.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string? data, bool json)
    {
        var catalog = new DatasetCatalog(DatasetFolders.OfThisMachine(data));
        List<ListedData> rows = [ListedData.Digits, .. DataSources.All.Select(source => ListedData.Of(source, catalog))];
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(rows, JsonStyle));
        else Print(rows);
        return ExitCodes.Ok;
    }

    private static void Print(List<ListedData> rows)
    {
        string[][] lines =
        [
            ["name", "training", "test", "pixels", "state", "where"],
            .. rows.Select(row => new[]
            {
                row.Name, $"{row.TrainSamples}", $"{row.TestSamples}", $"{row.Width} x {row.Height}", row.State,
                row.Folder ?? row.Hint,
            }),
        ];
        var widths = lines[0].Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            Console.Out.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
