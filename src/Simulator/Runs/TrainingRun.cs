using System.Diagnostics;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Plots;
using Serilog;

namespace CrossbarSim.Simulator.Runs;

/// <summary>One run in one directory: trains, saves after every epoch, draws the pictures at the end.</summary>
/// <param name="setup">Experiment and data.</param>
/// <param name="backend">Where to compute.</param>
/// <param name="directory">The run directory, held by this process.</param>
/// <param name="threads">Threads of the engine.</param>
internal sealed class TrainingRun(RunSetup setup, IBackend backend, RunDirectory directory, int threads)
{
    private readonly IUpdateRule _rule = UpdateRules.Create(setup.Options.Rule);

    /// <summary>Trains until the last epoch, or until asked to stop after the one in progress.</summary>
    /// <param name="report">Called after each epoch.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>What the run gave; it says itself whether it is finished.</returns>
    public RunOutcome Execute(Action<EpochResult> report, CancellationToken stop)
    {
        using var log = RunLog.Open(directory.Log);
        using var engine = backend.CreateEngine(setup.Plan);
        var finished = Restore(engine);
        log.Information("{Verb} on {Backend} ({Accelerator}) after epoch {Epoch}",
            finished < 0 ? "start" : "resume", backend.Name, backend.Accelerator, finished);
        using var epochs = EpochTable.Open(directory.Epochs, finished);
        using var timing = TimingTable.Open(directory.Timing, finished);
        var trainer = new Trainer(engine, _rule, setup.Options, setup.Plan.Training.Count);
        var watch = Stopwatch.StartNew();
        foreach (var result in trainer.Run(finished))
        {
            epochs.Append(result);
            timing.Append(result.Epoch, watch.Elapsed.TotalSeconds, backend);
            Save(engine, result.Epoch);
            report(result);
            log.Information("epoch {Epoch}: {@Result}", result.Epoch, result);
            watch.Restart();
            if (stop.IsCancellationRequested) break;
        }

        return Finish(engine, log);
    }
}
