using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Networks;

/// <summary>The original program's float networks on real MNIST beside what an independent replica gave.</summary>
internal static class NetworksValidation
{
    private const string Table = "validation/results/networks.csv";
    private const string FirstNetwork = "first-network";
    private const string Header =
        "network,seeds,epoch,train_loss_before_mean,train_loss_before_sd,test_accuracy_mean,test_accuracy_sd,"
        + "replica_loss_mean,replica_loss_sd,replica_accuracy_mean,replica_accuracy_sd,goal,met";

    // Mean test accuracy of the replica's first network over 10 seeds: 0.9754, each 0.0011 about it.
    private const double FirstGoal = 0.9754;
    private const double FirstTolerance = 0.003;

    /// <summary>Runs the validation.</summary>
    /// <param name="only">Names of networks; the table keeps its rows of the others. Empty: all.</param>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run(IReadOnlyList<string> only)
    {
        using IBackend backend = new CpuBackend();
        List<(string Line, bool Met)> rows = [];
        bool Wanted(string network) => only.Count == 0 || only.Contains(network);
        if (Wanted(FirstNetwork)) rows.Add(First(backend));
        foreach (var network in NetworkReference.All().GroupBy(reference => reference.Network).Where(g => Wanted(g.Key)))
            rows.AddRange(Second(backend, network.Key, [.. network]));
        Write([.. Kept(rows.Select(row => Network(row.Line))), .. rows.Select(row => row.Line)]);
        return rows.All(row => row.Met) ? 0 : 6;
    }

    private static void Write(IReadOnlyList<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Table)!);
        AtomicFile.WriteText(Table, string.Join('\n', [Header, .. lines.OrderBy(Network, StringComparer.Ordinal), ""]));
    }

    private static IEnumerable<string> Kept(IEnumerable<string> renewed) => !File.Exists(Table)
        ? []
        : File.ReadAllLines(Table).Skip(1).Where(line => !renewed.Contains(Network(line)));

    private static string Network(string line) => line.Split(',')[0];

    private static (string Line, bool Met) First(IBackend backend)
    {
        var options = Load(FirstNetwork);
        var runs = SeedRun.TrainInTurn(backend, Data(options), options, seeds: 5);
        var (loss, accuracy) = (Losses(runs, 5), Accuracies(runs, 5));
        var met = Math.Abs(accuracy.Mean - FirstGoal) <= FirstTolerance;
        return Row(FirstNetwork, 5, loss, accuracy, ",,,", "0.9754 +- 0.003", met);
    }

    private static IEnumerable<(string Line, bool Met)> Second(
        IBackend backend, string network, IReadOnlyList<NetworkReference> references)
    {
        var options = Load(network);
        var runs = SeedRun.TrainInTurn(backend, Data(options), options, seeds: 3);
        return references.Select(reference =>
        {
            var (loss, accuracy) = (Losses(runs, reference.Epoch), Accuracies(runs, reference.Epoch));
            return Row(network, reference.Epoch, loss, accuracy, $"{reference.Loss.Fields},{reference.Accuracy.Fields}",
                "the replica's mean and spread", loss.Agrees(reference.Loss) && accuracy.Agrees(reference.Accuracy));
        });
    }

    private static (string Line, bool Met) Row(
        string network, int epoch, MeanAndSpread loss, MeanAndSpread accuracy, string replica, string goal, bool met)
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{network},{accuracy.Count},{epoch},{loss.Fields},{accuracy.Fields},{replica},{goal},{(met ? "yes" : "no")}");
        Console.WriteLine(line);
        return (line, met);
    }

    // The original prints the loss before the epoch's step: what was measured after the epoch before.
    private static MeanAndSpread Losses(IReadOnlyList<IReadOnlyList<EpochRow>> runs, int epoch) =>
        MeanAndSpread.Of([.. runs.Select(rows => rows[epoch - 1].TrainLoss!.Value)]);

    private static MeanAndSpread Accuracies(IReadOnlyList<IReadOnlyList<EpochRow>> runs, int epoch) =>
        MeanAndSpread.Of([.. runs.Select(rows => rows[epoch].TestAccuracy!.Value)]);

    private static ExperimentOptions Load(string name) => ExperimentLoader.Load($"configs/seed/{name}.yaml", []).OrThrow();

    private static Dataset Data(ExperimentOptions options) =>
        new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(options.Dataset);
}
