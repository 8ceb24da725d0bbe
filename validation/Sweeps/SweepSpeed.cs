using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Sweeping.Slurm;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Validation.Sweeps;

/// <summary>
/// How long 1,000 points take on two cores, scaled from fewer, and what of it is the sweep's own: the same points with next to
/// nothing to train, less bare engines that do the same.
/// </summary>
internal static class SweepSpeed
{
    private const int Points = 1000;
    private const int Cores = 2;
    private const int Together = 16;
    private const double MostSeconds = 300;
    private const double MostOverhead = 0.03;

    /// <summary>Runs both sweeps.</summary>
    /// <param name="seeds">A tenth of the points that are timed.</param>
    /// <returns>0 when both goals are met, else 6.</returns>
    public static int Run(int seeds)
    {
        var folder = Directory.CreateTempSubdirectory("crossbarsim-sweep-").FullName;
        try
        {
            // The first sweep of a process also compiles the program.
            PerPoint(folder, "warm-up", 5, "dataset: { name: digits, train_samples: 320, test_samples: 10 }");
            var whole = PerPoint(folder, "whole", seeds, "dataset: { name: digits }");
            var idle = PerPoint(folder, "idle", 10 * seeds, "dataset: { name: digits, train_samples: 1, test_samples: 1 }");
            var bare = Bare(Path.Combine(folder, "idle", "sweep.yaml"));
            var (seconds, overhead) = (whole * Points / Cores, (idle - bare) / (whole - idle + bare));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{whole * 1000:F0} CPU-ms a point; with nothing to train {idle * 1000:F1}, of a bare engine {bare * 1000:F1}: ")
                + string.Create(CultureInfo.InvariantCulture, $"the sweep's own {100 * overhead:F1} %"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Points} points on {Cores} quiet cores: {seconds:F0} s; goals: {MostSeconds} s and {100 * MostOverhead} %"));
            return seconds < MostSeconds && overhead < MostOverhead ? 0 : 6;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Bare(string sweep)
    {
        var plan = SweepLoader.Load(sweep, []).OrThrow();
        var points = plan.Indexes(0, plan.Size).Select(index => plan.Resolve(index).Options!).ToList();
        var data = new DatasetCatalog(DatasetFolders.OfThisMachine(null)).Load(plan.Experiment.Dataset, 10, Cores);
        using var backend = new CpuBackend();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var together in points.Chunk(Together))
        {
            var setup = new ReplicaSetup(RunSetup.All(together, data, threads: 1));
            using var engine = setup.Start(backend);
            foreach (var _ in new Trainer(engine, setup.Experiments).Run(finished: -1))
            {
            }
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / points.Count;
    }

    private static double PerPoint(string parent, string name, int seeds, string dataset)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        var sweep = SweepTrialFiles.Write(folder, seeds, dataset);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var verb = new SweepVerb
        {
            File = sweep,
            Out = Path.Combine(folder, "out"),
            Machine = new SweepMachine(null, null, Cores, Quiet: true),
            Slurm = new SlurmOptions(null, [], []),
        };
        if (verb.Run() != ExitCodes.Ok) throw new InvalidOperationException($"the sweep {name} did not end");
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / (10 * seeds);
    }
}
