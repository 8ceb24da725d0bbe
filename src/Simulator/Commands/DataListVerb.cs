using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Simulator.Downloads;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>data list</c> does once the command line is understood.</summary>
internal static class DataListVerb
{
    /// <summary>Runs the verb.</summary>
    /// <param name="data">The folder that the user named, if any.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string? data, bool json)
    {
        var catalog = new DatasetCatalog(DataOption.Folders(data));
        List<ListedData> rows = [ListedData.Digits, .. DataSources.All.Select(source => ListedData.Of(source, catalog))];
        if (json) JsonText.Print(rows);
        else Print(rows);
        return ExitCodes.Ok;
    }

    private static void Print(List<ListedData> rows) => TextTable.Print(
        Console.Out,
        ["name", "training", "test", "pixels", "state", "where"],
        rows.Select(row => new[]
        {
            row.Name, $"{row.TrainSamples}", $"{row.TestSamples}", $"{row.Width} x {row.Height}", row.State,
            row.Folder ?? row.Hint,
        }));
}
