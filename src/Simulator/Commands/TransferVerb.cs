using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Transfers;
using CrossbarSim.Experiments.Transfers.Reading;
using CrossbarSim.Simulator.Composition;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>transfer</c> does once the command line is understood.</summary>
internal sealed record TransferVerb
{
    private const string UsualData = "mnist";
    private const string Notice = "stopping after this array; nothing is written";

    public required IReadOnlyList<string> Weights { get; init; }

    public required string Device { get; init; }

    public MappingKind Mapping { get; init; } = MappingKind.Differential;

    public IReadOnlyList<double>? Clip { get; init; }

    public bool OpenLoop { get; init; }

    public double? Tolerance { get; init; }

    public int Reads { get; init; } = 1;

    public int? MostPulses { get; init; }

    public int? MostReversals { get; init; }

    public IReadOnlyList<double>? Times { get; init; }

    public int Seeds { get; init; } = 1;

    public ulong Seed { get; init; } = 1;

    public Activation? Activation { get; init; }

    public Orientation? Orientation { get; init; }

    public string? Dataset { get; init; }

    public string? Data { get; init; }

    public BackendChoice Backend { get; init; } = BackendChoice.Cpu;

    public string? Out { get; init; }

    public int Threads { get; init; } = 1;

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    private string Name => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Weights[0]));

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        using var interrupt = new Interrupt(Notice);
        var device = Loaded.OrThrow(DeviceLoader.Load(Device));
        Check(device);
        var run = TrainedExperiment();
        var source = run?.Dataset ?? new DatasetOptions { Name = UsualData };
        var dataset = new DatasetOptions { Name = Dataset ?? source.Name, Size = source.Size };
        var data = new DatasetCatalog(DataOption.Folders(Data)).Load(
            dataset with { TrainSamples = 1 }, run?.Network.Layers[^1] ?? 10, Threads);
        var network = Network(run, data);
        var options = Options(device);
        if (options.Clip is { Count: > 1 } clip && clip.Count != network.Weights.Count)
            throw Refused("CBS1608", "clip",
                $"{clip.Count} values for {network.Weights.Count} layers: give one, or one per layer");
        var folder = Out ?? RunDirectory.UniqueFolder("runs", $"transfer-{Name}", TimeProvider.System);
        if (File.Exists(new RunPaths(folder).Experiment))
            throw Refused("CBS0521", "out", $"{folder} holds a run: choose another folder with --out");
        using var output = OutputFolder.Open(folder, "out");
        var result = Programmed(network, options, data, interrupt.Token);
        var files = TransferFiles.Write(folder, result, dataset, Name);
        if (Json) TransferReport.PrintJson(result, files);
        else TransferReport.Print(result, Name, files);
        return ExitCodes.Ok;
    }

    private void Check(DeviceOptions device)
    {
        if (device.Direction == DeviceDirection.Potentiation && Mapping != MappingKind.Differential)
            throw Refused("CBS0343", "mapping",
                $"{device.Name} has direction: potentiation, so weights below 0 need the minus device of a pair: "
                + "give --mapping differential");
        var problems = ReadTimes.Check(Times, "times").ToList();
        if (Times is not null && device.Variation is not { Ages: true })
            problems.Add(new Problem("CBS0342", "times",
                $"there is nothing to read later: {device.Name} has no drift, retention or rtn under variation"));
        if (problems.Count > 0) throw new ConfigurationException(problems);
    }

    // Null: the weights are not those of a run.
    private ExperimentOptions? TrainedExperiment() =>
        Weights is [var folder] && File.Exists(new RunPaths(folder).Experiment)
            ? Loaded.OrThrow(ExperimentLoader.Load(new RunPaths(folder).Experiment, []))
            : null;

    private FloatNetwork Network(ExperimentOptions? run, Dataset data)
    {
        var size = data.Width * data.Height;
        if (run is null)
            return WeightReader.Read(
                Weights, (size, data.Classes, data.Name), Activation ?? Core.Networks.Activation.Relu, Orientation);
        if (run.Network.Layers[0] != size)
            throw Refused("CBS0305", "dataset",
                $"the run takes {run.Network.Layers[0]} inputs, a picture of {data.Name} has {size}");
        var network = TrainedRun.Network(run, new RunPaths(Weights[0]));
        return Activation is { } other ? network with { Shape = network.Shape with { Activation = other } } : network;
    }

    private TransferOptions Options(DeviceOptions device)
    {
        var usual = WriteVerifyOptions.For(device, Reads);
        return new TransferOptions
        {
            Device = device,
            Mapping = Mapping,
            Clip = Clip,
            OpenLoop = OpenLoop,
            Verify = usual with
            {
                Tolerance = Tolerance ?? usual.Tolerance,
                MostPulses = MostPulses ?? usual.MostPulses,
                MostReversals = MostReversals ?? usual.MostReversals,
            },
            Times = Times ?? TransferOptions.UsualTimes(device),
            Seed = Seed,
            Seeds = Seeds,
        };
    }

    private TransferResult Programmed(FloatNetwork network, TransferOptions options, Dataset data, CancellationToken stop)
    {
        using var backend = BackendFactory.Open(Backend).Backend;
        return new Transfer(network, options, data, Threads).Run(
            backend, Finished, stop);
    }

    private void Finished(int arrays)
    {
        if (!Quiet && Seeds > 1) Console.Error.WriteLine($"array {arrays} of {Seeds} is programmed");
    }

    private static ConfigurationException Refused(string code, string key, string message) =>
        new(new Problem(code, key, message));
}
