using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>What the runs of a comparison came to, read from their folders: all states at once would be much.</summary>
internal static class CompareResults
{
    /// <summary>Puts the runs back to their devices.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="setups">Every run with its data, device by device.</param>
    /// <param name="outcomes">Every run, in the same order, finished or not.</param>
    /// <param name="threads">How many to read at once.</param>
    public static IReadOnlyList<ComparedRuns> Of(
        ComparePlan plan, IReadOnlyList<RunSetup> setups, IReadOnlyList<RunOutcome> outcomes, int threads)
    {
        var figures = new RunFigures[outcomes.Count];
        InParallel.Run(figures.Length, threads, at => figures[at] = Figures(setups[at], outcomes[at], plan.Pulse));
        return [.. plan.Devices.Zip(figures.Chunk(plan.Seeds), (device, runs) => new ComparedRuns(device, runs))];
    }

    private static RunFigures Figures(RunSetup setup, RunOutcome outcome, WritePulse? pulse)
    {
        var layers = StateFile.ReadCheckpoint(outcome.Paths.State, setup.Arrays).Layers;
        var counts = new PulseCounts();
        foreach (var layer in layers) counts.Add(layer);
        return new RunFigures(setup.Options.Seed, outcome.Rows, counts, Energy(setup, layers, pulse));
    }

    private static double? Energy(RunSetup setup, IReadOnlyList<LayerState> layers, WritePulse? pulse)
    {
        if (pulse is null && setup.Arrays.Any(array => array.Device.Voltage is null)) return null;
        var first = setup.FirstState();
        return setup.Arrays.Select((array, layer) => WriteEnergy.Joules(array, first[layer], layers[layer], pulse)).Sum();
    }
}
