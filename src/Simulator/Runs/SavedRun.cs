using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Runs;

/// <summary>A run as its folder holds it, finished or not; its data set is not needed.</summary>
/// <param name="Folder">The run directory.</param>
/// <param name="Options">The experiment.</param>
/// <param name="Rows">Its epochs so far; at least one.</param>
/// <param name="Layers">State of the devices after the last of them.</param>
/// <param name="Confusion">How the test samples were classified when it last stopped; null: not known.</param>
internal sealed record SavedRun(
    string Folder,
    ExperimentOptions Options,
    IReadOnlyList<EpochRow> Rows,
    IReadOnlyList<LayerState> Layers,
    ConfusionMatrix? Confusion = null)
{
    /// <summary>Test accuracy some time after training; may be empty.</summary>
    public IReadOnlyList<AgeingRow> Ageing { get; init; } = [];

    /// <summary>Name of the folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));

    /// <summary>Reads a run.</summary>
    /// <param name="folder">The run directory.</param>
    /// <exception cref="ConfigurationException">The run has no epoch yet.</exception>
    /// <exception cref="LocatedConfigurationException">Its experiment.yaml is invalid.</exception>
    /// <exception cref="DataFileException">A file of it is damaged.</exception>
    public static SavedRun Read(string folder)
    {
        var paths = new RunPaths(folder);
        var options = ExperimentLoader.Load(paths.Experiment, []).OrThrow();
        if (!File.Exists(paths.State) || !File.Exists(paths.Epochs)) throw TooEarly(folder);
        var state = StateFile.ReadCheckpoint(paths.State, RunSetup.ArraysOf(options));
        var rows = RunTable.Read<EpochRow>(paths.Epochs);
        if (rows.Count == 0) throw TooEarly(folder);
        return new SavedRun(
            folder, options, rows, state.Layers, ClassTables.ReadConfusion(paths, options.Network.ToShape().Classes))
        {
            Ageing = AgeingTable.Read(paths),
        };
    }

    private static ConfigurationException TooEarly(string folder) => new(new Problem(
        "CBS0801", "run", $"{folder} holds a run without a finished epoch: there is nothing to draw yet"));
}
