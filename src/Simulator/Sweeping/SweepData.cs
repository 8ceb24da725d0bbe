using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>The data sets that points ask for; the last few are kept. For any number of threads.</summary>
/// <param name="catalog">Where they come from.</param>
/// <param name="threads">Threads that load them.</param>
internal sealed class SweepData(DatasetCatalog catalog, int threads)
{
    private const int Kept = 3;

    private readonly List<((DatasetOptions Options, int Classes) Key, Dataset Data)> _known = [];

    /// <summary>The data set of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    public Dataset Of(ExperimentOptions experiment)
    {
        // The order of the samples is drawn later: data that differ in nothing else are the same.
        var key = (experiment.Dataset with { OrderSeed = 0, Shuffle = true }, experiment.Network.Layers[^1]);
        lock (_known)
        {
            var at = _known.FindIndex(known => known.Key == key);
            var data = at >= 0 ? _known[at].Data : catalog.Load(key.Item1, key.Item2, threads);
            if (at >= 0) _known.RemoveAt(at);
            else if (_known.Count == Kept) _known.RemoveAt(0);
            _known.Add((key, data));
            return data;
        }
    }
}
