namespace CrossbarSim.Experiments.Results;

/// <summary>Where the files of a run are; nothing is opened.</summary>
/// <param name="Folder">The run directory.</param>
public sealed record RunPaths(string Folder)
{
    /// <summary>The resolved configuration.</summary>
    public string Experiment => Path.Combine(Folder, "experiment.yaml");

    /// <summary>Figures of every epoch: <see cref="EpochRow"/>.</summary>
    public string Epochs => Path.Combine(Folder, "epochs.csv");

    /// <summary>Time of every epoch: <see cref="TimingRow"/>.</summary>
    public string Timing => Path.Combine(Folder, "timing.csv");

    /// <summary>Devices and checkpoint: <see cref="StateFile"/>.</summary>
    public string State => Path.Combine(Folder, "state.h5");

    /// <summary>Test samples by class and predicted class: <see cref="ClassTables"/>.</summary>
    public string Confusion => Path.Combine(Folder, "confusion.csv");

    /// <summary>Precision, recall and F1 of every class: <see cref="ClassTables"/>.</summary>
    public string Classes => Path.Combine(Folder, "classes.csv");

    /// <summary>Test accuracy some time after training: <see cref="AgeingTable"/>.</summary>
    public string Ageing => Path.Combine(Folder, "ageing.csv");

    /// <summary>Final figures: <see cref="RunSummary"/>.</summary>
    public string Summary => Path.Combine(Folder, "summary.json");

    /// <summary>The log, one JSON object a line.</summary>
    public string Log => Path.Combine(Folder, "run.log");

    /// <summary>Whether any file of a run is there.</summary>
    public bool HoldsRun => new[] { Experiment, Epochs, Timing, State, Summary, Log }.Any(File.Exists);
}
