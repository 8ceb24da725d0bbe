using System.Text.Json.Serialization;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Commands;

/// <summary>One line of <c>data list</c>.</summary>
/// <param name="Name">Name, as in <c>dataset.name</c>.</param>
/// <param name="State">embedded, present, incomplete or absent.</param>
/// <param name="Folder">Where it lies; null: nowhere, or in the program.</param>
/// <param name="Missing">Files that are not there.</param>
/// <param name="TrainSamples">Training samples.</param>
/// <param name="TestSamples">Test samples.</param>
/// <param name="Width">Pixels per row of a picture.</param>
/// <param name="Height">Rows of a picture.</param>
internal sealed record ListedData(
    string Name,
    string State,
    string? Folder,
    IReadOnlyList<string> Missing,
    int TrainSamples,
    int TestSamples,
    int Width,
    int Height)
{
    /// <summary>The embedded data set.</summary>
    public static ListedData Digits { get; } = new(
        EmbeddedDigits.Name, "embedded", null, [], EmbeddedDigits.TrainingCount, EmbeddedDigits.TestCount,
        EmbeddedDigits.Side, EmbeddedDigits.Side);

    /// <summary>What to do where there is no folder.</summary>
    [JsonIgnore]
    public string Hint => State == "absent" ? $"crossbarsim data get {Name}" : "in the program";

    /// <summary>A public data set and what of it is on this machine.</summary>
    public static ListedData Of(DataSource source, DatasetCatalog catalog)
    {
        var folder = catalog.Locate(source.Name);
        string[] missing = [.. (folder is null ? source.Files : DataFolder.Missing(source, folder)).Select(file => file.Name)];
        var state = folder is null ? "absent" : missing.Length > 0 ? "incomplete" : "present";
        return new ListedData(
            source.Name, state, folder is null ? null : Path.GetFullPath(folder), missing,
            source.TrainSamples, source.TestSamples, source.Width, source.Height);
    }
}
