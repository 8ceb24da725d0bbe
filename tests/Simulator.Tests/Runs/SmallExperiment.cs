using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Runs;

/// <summary>Experiments of 784-17-10 networks on a few embedded digits.</summary>
internal static class SmallExperiment
{
    // All the state a device can have: two branches of different lengths, noise, and a spread of everything.
    private const string Worst = "{ law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, "
        + "depression: { a: 0.4, pulses: 80 }, variation: { c2c: { sigma: 0.01, of: step }, "
        + "d2d: { gmin: 0.05, gmax: 0.05, gain: 0.1, a: 0.1 } } }";

    /// <summary>Devices that may train together.</summary>
    public static string[] Devices { get; } =
        ["seed-linear", "saturating-100", Worst, "{ law: soft-bounds, gmin: 0 S, gmax: 9 uS, potentiation: { step: 0.02 } }"];

    /// <summary>The data of all.</summary>
    public static Dataset Data { get; } = new DatasetCatalog(DatasetFolders.OfThisMachine())
        .Load(new DatasetOptions { Name = "digits", TrainSamples = 300, TestSamples = 50 });

    /// <summary>An experiment of three epochs.</summary>
    public static ExperimentOptions Of(string rule, string mapping, string device, ulong seed) =>
        ExperimentLoader.LoadText("small",
            $"""
            dataset: {"{"} name: digits, train_samples: 300, test_samples: 50 {"}"}
            network: {"{"} layers: [784, 17, 10] {"}"}
            device: {device}
            mapping: {"{"} kind: {mapping} {"}"}
            rule: {rule}
            training: {"{"} epochs: 3 {"}"}
            seed: {seed}
            """, []).OrThrow();
}
