using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Validation.Backends;

/// <summary>
/// One whole epoch of every rule on every backend: the counters must be the same integers, whatever the threads and the
/// width of the vectors.
/// </summary>
internal static class BackendsValidation
{
    private const string Table = "validation/results/backends.csv";

    /// <summary>Runs the validation and writes its table.</summary>
    /// <param name="args">--samples N; --hashes prints those of the CPU and writes nothing.</param>
    /// <returns>0 when all backends agree, else 6.</returns>
    public static int Run(string[] args)
    {
        var (root, samples) = (Directory.GetCurrentDirectory(), Arguments.Number(args, "--samples", 60_000));
        if (args.Contains("--hashes")) return PrintHashes(root, samples);
        var lines = Compare(root, samples, Console.WriteLine);
        AtomicFile.WriteText(Table,
            string.Join('\n', ["case,backend,devices,devices_that_differ,hash", .. lines.Select(l => l.Text), ""]));
        return lines.All(line => line.Agrees) ? 0 : 6;
    }

    /// <summary>Compares every backend of this machine with the CPU on one thread.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="samples">Training samples.</param>
    /// <param name="report">Told each row as it comes.</param>
    public static IReadOnlyList<(string Text, bool Agrees)> Compare(string root, int samples, Action<string> report)
    {
        List<(string, bool)> rows = [];
        using var cpu = new CpuBackend();
        var accelerators = Accelerators();
        var narrow = VectorWidths.Narrower.Select(width =>
            (width.Name, VectorWidths.Hashes(width.Variable, root, samples))).ToList();
        foreach (var (one, k) in BackendCase.All.Select((one, k) => (one, k)))
        {
            var judge = BackendRun.Train(cpu, one, root, samples, threads: 1);
            Add(one.Name, "cpu, 1 thread", judge, judge);
            Add(one.Name, "cpu, 3 threads", judge, BackendRun.Train(cpu, one, root, samples, threads: 3));
            foreach (var backend in accelerators)
                Add(one.Name, backend.Name, judge, BackendRun.Train(backend, one, root, samples, threads: 2));
            foreach (var (name, hashes) in narrow) AddHash(one.Name, name, judge, hashes[k]);
        }

        accelerators.ForEach(backend => backend.Dispose());
        return rows;

        void Add(string name, string backend, IReadOnlyList<LayerState> judge, IReadOnlyList<LayerState> other) =>
            AddRow(name, backend, judge, $"{Different(judge, other)}", BackendRun.Hash(other));

        void AddHash(string name, string backend, IReadOnlyList<LayerState> judge, string hash) =>
            AddRow(name, backend, judge, hash == BackendRun.Hash(judge) ? "0" : "unknown", hash);

        void AddRow(string name, string backend, IReadOnlyList<LayerState> judge, string different, string hash)
        {
            var text = string.Create(CultureInfo.InvariantCulture,
                $"\"{name}\",\"{backend}\",{judge.Sum(layer => layer.Pulses.Length)},{different},{hash}");
            report(text);
            rows.Add((text, hash == BackendRun.Hash(judge)));
        }
    }

    private static int PrintHashes(string root, int samples)
    {
        using var cpu = new CpuBackend();
        foreach (var one in BackendCase.All)
            Console.WriteLine(BackendRun.Hash(BackendRun.Train(cpu, one, root, samples, threads: 1)));
        return 0;
    }

    private static List<IBackend> Accelerators() =>
        [.. new[] { AcceleratorKind.OpenCL, AcceleratorKind.Cuda }
            .Select(AcceleratorCatalog.Preferred).OfType<AcceleratorInfo>().Select(AcceleratorBackend.Open)];

    private static int Different(IReadOnlyList<LayerState> judge, IReadOnlyList<LayerState> other) =>
        judge.Zip(other, (a, b) => a.Codes().Zip(b.Codes()).Count(pair => pair.First != pair.Second)).Sum();
}
