using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Simulator.Accelerators;

/// <summary>The network of the self-test: curved devices on a few embedded digits.</summary>
internal static class SelfTestProblem
{
    private const int Hidden = 32;
    private const int TrainingSamples = 256;
    private const int TestSamples = 64;
    private const ulong Seed = 1;

    /// <summary>Network, devices and data.</summary>
    /// <param name="batch">Samples in a mini-batch.</param>
    public static EnginePlan Plan(int batch)
    {
        var threads = Environment.ProcessorCount;
        int[] layers = [EmbeddedDigits.Side * EmbeddedDigits.Side, Hidden, EmbeddedDigits.Classes];
        var network = NetworkShape.Dense(layers, Activation.Relu, bias: false);
        var device = new ExponentialDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = new ExponentialBranchOptions { A = 0.8 },
        };
        var mapping = new WeightMapping(device, new MappingOptions { Kind = MappingKind.Reference });
        return new EnginePlan(
            network,
            [.. network.Layers.Select(_ => mapping)],
            EmbeddedDigits.Training(TrainingSamples, threads),
            EmbeddedDigits.Test(TestSamples, threads),
            batch,
            threads);
    }

    /// <summary>Counters drawn over the whole window.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<LayerState> FirstState(EnginePlan plan) =>
        new InitialState(plan, Seed).Draw(new InitialOptions { Pulses = InitialPulses.Uniform });
}
