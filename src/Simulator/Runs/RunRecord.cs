using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;
using Serilog.Core;

namespace CrossbarSim.Simulator.Runs;

/// <summary>
/// One run in its directory, which this process holds until disposal: where it starts from, what is saved after every
/// epoch, and what is drawn at the end.
/// </summary>
internal sealed class RunRecord : IDisposable
{
    // What is open, the folder's lock first.
    private readonly Stack<IDisposable> _held = [];
    private readonly IBackend _backend;
    private readonly Logger _log;
    private readonly RunTable<EpochRow> _epochs;
    private readonly RunTable<TimingRow> _timing;

    private RunRecord(
        RunSetup setup, IBackend backend, RunDirectory directory, Func<(IReadOnlyList<LayerState> Layers, int Finished)> start)
    {
        (Setup, _backend, Paths) = (setup, backend, Hold(directory).Paths);
        try
        {
            (Start, Finished) = start();
            _log = Hold(RunLog.Open(Paths.Log));
            var validated = setup.Plan.Validation.Count > 0;
            _epochs = Hold(RunTable.Resume<EpochRow>(Paths.Epochs, Finished, withOptional: validated));
            _timing = Hold(RunTable.Resume<TimingRow>(Paths.Timing, Finished));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Experiment and data.</summary>
    public RunSetup Setup { get; }

    /// <summary>State of the devices to start from.</summary>
    public IReadOnlyList<LayerState> Start { get; }

    /// <summary>The last epoch that is done; -1: none, not even the measurement before training.</summary>
    public int Finished { get; }

    private RunPaths Paths { get; }

    /// <summary>Starts a run in a folder that holds none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="setup">Experiment and data.</param>
    /// <param name="start">First state of the devices.</param>
    /// <param name="backend">Where it is computed.</param>
    public static RunRecord Create(string folder, RunSetup setup, IReadOnlyList<LayerState> start, IBackend backend) =>
        new(setup, backend, RunDirectory.Create(folder, RunHeader.Text + OptionWriter.Write(setup.Options)), () => (start, -1));

    /// <summary>Goes on with a run from its checkpoint, or anew where it was stopped before it had one.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="setup">Experiment and data.</param>
    /// <param name="backend">Where it is computed.</param>
    public static RunRecord Resume(string folder, RunSetup setup, IBackend backend)
    {
        var directory = RunDirectory.Open(folder);
        return new RunRecord(setup, backend, directory, () => Checkpoint(setup, directory.Paths.State));
    }

    /// <summary>Notes in the log that training begins.</summary>
    /// <param name="together">Runs that train in the same engine.</param>
    public void Begin(int together) =>
        _log.Information("Training on {Backend} ({Accelerator}) from epoch {Epoch}, {Together} runs together",
            _backend.Name, _backend.Accelerator, Finished + 1, together);

    /// <summary>Saves an epoch: first its rows, then the state, so that a crash leaves rows too many at most.</summary>
    /// <param name="row">Figures of the epoch.</param>
    /// <param name="seconds">Wall time of the epoch, of all runs that train together.</param>
    /// <param name="layers">State after it; null: it is not saved this time.</param>
    public void Save(EpochRow row, double seconds, IReadOnlyList<LayerState>? layers)
    {
        _epochs.Append(row);
        _timing.Append(new TimingRow(row.Epoch, seconds, _backend.Name, _backend.Accelerator, Environment.MachineName));
        if (layers is not null) SaveState(row.Epoch, layers);
        _log.Information("Epoch {@Row}", row);
    }

    /// <summary>Sums the run up and draws its pictures.</summary>
    /// <param name="engine">The networks.</param>
    /// <param name="replica">Which of them is this run's.</param>
    /// <param name="ageing">How well it does some time after training; may be empty.</param>
    /// <param name="withPictures">Whether to draw.</param>
    public RunOutcome Finish(IEngine engine, int replica, IReadOnlyList<AgeingRow> ageing, bool withPictures)
    {
        var (layers, rows) = (engine.ReadState(replica), _epochs.Rows);
        var test = Classification.OfTest(engine, replica);
        if (test is not null) ClassTables.Write(Paths, test.Confusion);
        if (ageing.Count > 0) AgeingTable.Write(Paths, ageing);
        var summary = RunSummary.Of(rows, layers, Facts(), TestFigures.Of(test), Setup.Arrays);
        summary.Write(Paths.Summary);
        List<string> pictures = !withPictures ? [] :
        [
            .. RunPictures.Draw(Paths.Folder, Setup.Options, rows, layers, test?.Confusion, ageing),
            .. TestPictures.Draw(Paths.Folder, Setup, engine, replica),
        ];
        var warning = OneClass.Warning(Setup.Options, rows, test?.Confusion);
        if (warning is not null) _log.Warning("{Code} {Message}", warning.Code, warning.Message);
        var finished = rows[^1].Epoch >= Setup.Options.Training.Epochs;
        _log.Information("Stopped after epoch {Epoch}, finished: {Finished}", summary.EpochsDone, finished);
        return new RunOutcome(Paths, summary, pictures, rows, ageing, finished, warning);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_held.TryPop(out var held)) held.Dispose();
    }

    private static (IReadOnlyList<LayerState> Layers, int Finished) Checkpoint(RunSetup setup, string file)
    {
        if (!File.Exists(file)) return (setup.FirstState(), -1);
        var checkpoint = StateFile.ReadCheckpoint(file, setup.Arrays);
        return (checkpoint.Layers, checkpoint.Epoch);
    }

    private void SaveState(int epoch, IReadOnlyList<LayerState> layers)
    {
        if (!Setup.Options.Rule.WeightsAreState)
            foreach (var layer in layers) layer.Weights = null;
        StateFile.Write(Paths.State, Setup.Arrays, new StateSnapshot(Setup.Options.Seed, epoch, layers));
    }

    private T Hold<T>(T resource)
        where T : IDisposable
    {
        _held.Push(resource);
        return resource;
    }

    private RunFacts Facts() => new()
    {
        Seed = Setup.Options.Seed,
        Seconds = _timing.Rows.Sum(t => t.Seconds),
        Backend = _backend.Name,
        Accelerator = _backend.Accelerator,
        Host = Environment.MachineName,
        Threads = Setup.Plan.Threads,
    };
}
