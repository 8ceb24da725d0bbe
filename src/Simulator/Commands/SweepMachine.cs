using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Sweeping;

namespace CrossbarSim.Simulator.Commands;

/// <summary>With what a sweep is computed; its results do not depend on it.</summary>
/// <param name="Backend">Where to compute; null: where the experiment says.</param>
/// <param name="Data">Folder of data sets; null: not given.</param>
/// <param name="Threads">Threads to use.</param>
/// <param name="Quiet">Say nothing.</param>
internal sealed record SweepMachine(BackendChoice? Backend, string? Data, int Threads, bool Quiet)
{
    /// <summary>Opens data and backend.</summary>
    /// <param name="plan">The plan.</param>
    public RunStart Start(SweepPlan plan) =>
        RunStart.Open(plan.Experiment with { Backend = Backend ?? plan.Experiment.Backend }, Data, Threads, Quiet);

    /// <summary>Puts together what computes points.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="start">Data and backend, opened.</param>
    public SweepWork Work(SweepPlan plan, RunStart start) =>
        new(plan, start, new SweepData(new DatasetCatalog(DataOption.Folders(Data)), Threads), Threads, Quiet);
}
