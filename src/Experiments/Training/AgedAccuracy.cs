using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Training;

/// <summary>How well networks do when their finished arrays are read some time after training.</summary>
public static class AgedAccuracy
{
    /// <summary>Reads the arrays of every replica at the times that its experiment asks for.</summary>
    /// <param name="engine">The networks, trained; they are left as they were.</param>
    /// <param name="runs">The run of each replica.</param>
    /// <returns>The rows of each; none where its arrays do not age or there are no test samples.</returns>
    public static IReadOnlyList<AgeingRow>[] Measure(IEngine engine, IReadOnlyList<RunSetup> runs)
    {
        var times = runs.Select(Times).ToList();
        var rows = runs.Select(_ => new List<AgeingRow>()).ToArray();
        if (times.All(t => t.Count == 0)) return rows;
        var states = runs.Select((_, replica) => engine.ReadState(replica)).ToList();
        var arrays = runs.Select((run, replica) => times[replica].Count > 0 ? Arrays(run) : []).ToList();
        for (var reading = 0; reading < times.Max(t => t.Count); reading++)
        {
            var due = Enumerable.Range(0, runs.Count).Where(replica => reading < times[replica].Count).ToList();
            foreach (var replica in due)
                engine.WriteState(replica, Aged(states[replica], arrays[replica], times[replica][reading], reading));
            var figures = engine.EvaluateAll(SampleChoice.Test);
            foreach (var replica in due) rows[replica].Add(new AgeingRow(times[replica][reading], figures[replica]));
        }

        for (var replica = 0; replica < runs.Count; replica++) engine.WriteState(replica, states[replica]);
        return rows;
    }

    private static IReadOnlyList<double> Times(RunSetup run) =>
        run.Options.Ages && run.Data.Test.Count > 0 ? run.Options.Training.ReadAfter! : [];

    private static AgedArray[] Arrays(RunSetup run) => [.. run.Plan.Network.Layers.Select((shape, layer) =>
        new AgedArray(run.Plan.Mappings[layer], shape.Weights, run.Options.Seed, layer))];

    // The devices keep the state that training left; only what is read of them changes.
    private static List<LayerState> Aged(IReadOnlyList<LayerState> states, AgedArray[] arrays, double seconds, int reading) =>
        [.. states.Zip(arrays, (state, array) =>
        {
            var aged = state.WithAccounts(state);
            aged.Weights = array.Weights(state, seconds, reading);
            return aged;
        })];
}
