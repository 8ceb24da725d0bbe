using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Composition;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Data and backend of the runs of one command.</summary>
internal sealed class RunStart : IDisposable
{
    private RunStart(Dataset data, IBackend backend) => (Data, Backend) = (data, backend);

    /// <summary>The samples.</summary>
    public Dataset Data { get; }

    /// <summary>Where to compute.</summary>
    public IBackend Backend { get; }

    /// <summary>Loads the data, opens the backend, and says what they are.</summary>
    /// <param name="options">An experiment; all runs share its data set and backend.</param>
    /// <param name="folder">Folder of data sets, as given; null: not given.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="quiet">Say nothing.</param>
    public static RunStart Open(ExperimentOptions options, string? folder, int threads, bool quiet)
    {
        var data = new DatasetCatalog(DataOption.Folders(folder)).Load(options.Dataset, options.Network.Layers[^1], threads);
        var (backend, why) = BackendFactory.Open(options.Backend);
        if (!quiet) Console.Error.WriteLine(
            $"{Samples(data)} samples of {data.Name}; backend {backend.Name} ({backend.Accelerator}): {why}");
        return new RunStart(data, backend);
    }

    /// <summary>The experiment as it is computed: on this backend, whatever auto means elsewhere.</summary>
    /// <param name="options">The experiment.</param>
    public ExperimentOptions Resolve(ExperimentOptions options) =>
        options with { Backend = Enum.Parse<BackendChoice>(Backend.Name, ignoreCase: true) };

    /// <inheritdoc/>
    public void Dispose() => Backend.Dispose();

    private static string Samples(Dataset data) => data.Validation.Count == 0
        ? $"{data.Training.Count} training and {data.Test.Count} test"
        : $"{data.Training.Count} training, {data.Validation.Count} validation and {data.Test.Count} test";
}
