using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Devices;

/// <summary>The devices of NeuroSim's table on MNIST, one recipe for each rule, beside the accuracy published there.</summary>
internal static class DevicesValidation
{
    private const string Table = "validation/results/devices.csv";
    private const string Goal = "accumulate";
    private static readonly string[] Rules = [Goal, "batch-sign"];

    /// <summary>Runs the validation.</summary>
    /// <param name="args">The arguments after its name.</param>
    /// <returns>0 when every device reaches what is published with <c>accumulate</c>, else 6.</returns>
    public static int Run(string[] args)
    {
        var (seeds, epochs) = (Arguments.Number(args, "--seeds", 5), Arguments.Number(args, "--epochs", 10));
        List<DeviceResult> results = [];
        foreach (var rule in Rules)
        {
            results.AddRange(Train($"configs/compare/{rule}.yaml", rule, seeds, options => options with
            {
                Training = options.Training with { Epochs = epochs, Evaluate = EvaluationTime.Last },
            }));
            results.TakeLast(PublishedDevice.All.Count).ToList().ForEach(result => Console.WriteLine(result.Line));
        }

        AtomicFile.WriteText(Table, string.Join('\n', [DeviceResult.Header, .. results.Select(r => r.Line), ""]));
        return results.All(result => result.Met || result.Rule != Goal) ? 0 : 6;
    }

    /// <summary>Trains every device with every seed, all on the same mini-batches.</summary>
    /// <param name="file">The experiment.</param>
    /// <param name="rule">Name of its rule.</param>
    /// <param name="seeds">K: seeds are 1 .. K.</param>
    /// <param name="change">Changes the experiment.</param>
    public static IReadOnlyList<DeviceResult> Train(
        string file, string rule, int seeds, Func<ExperimentOptions, ExperimentOptions> change)
    {
        var experiments = PublishedDevice.All.Select(device => change(ExperimentLoader.Load(
            file, [ConfigurationOverride.Set($"device={device.Name}")]).OrThrow())).ToList();
        using IBackend backend = new CpuBackend();
        var runs = SeedRun.Together(backend, SeedRun.DataOf(experiments[0]), [.. experiments.SelectMany(experiment =>
            new ComparedDevice(experiment.Device[0].Name, "", experiment).Runs(seeds))]);
        return [.. PublishedDevice.All.Zip(runs.Chunk(seeds), (device, rows) => new DeviceResult(
            device, rule, SeedInterval.Of([.. rows.Select(seed => seed[^1].TestAccuracy!.Value)])))];
    }
}
