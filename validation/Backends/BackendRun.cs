using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Backends;

/// <summary>Trains the first epoch of a case, and says what state the devices are in then.</summary>
internal static class BackendRun
{
    /// <summary>The states of all devices after one epoch.</summary>
    /// <param name="backend">Where to compute.</param>
    /// <param name="one">The case.</param>
    /// <param name="root">The repository.</param>
    /// <param name="samples">Training samples.</param>
    /// <param name="threads">Threads.</param>
    public static IReadOnlyList<LayerState> Train(IBackend backend, BackendCase one, string root, int samples, int threads)
    {
        var options = Load(one, root, samples);
        var setup = new ReplicaSetup([new RunSetup(options, SeedRun.DataOf(options), threads)]);
        using var engine = setup.Start(backend);
        foreach (var rows in new Trainer(engine, setup.Experiments).Run(finished: 0)) _ = rows;
        return engine.ReadState();
    }

    /// <summary>A hash of everything in the states: codes, accounts, weights and accumulators.</summary>
    public static string Hash(IReadOnlyList<LayerState> states)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var state in states)
        {
            Append(hash, state.Codes());
            Append(hash, state.PotentiationPulses);
            Append(hash, state.DepressionPulses);
            Append(hash, state.RefusedPulses);
            Append(hash, state.Weights!);
            Append(hash, state.Accumulators ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Append<T>(IncrementalHash hash, T[] values)
        where T : unmanaged => hash.AppendData(MemoryMarshal.AsBytes<T>(values));

    private static ExperimentOptions Load(BackendCase one, string root, int samples)
    {
        string[] set = [.. one.Set, "training.epochs=1", "training.evaluate=none", $"dataset.train_samples={samples}"];
        return ExperimentLoader.Load(
            Path.Combine(root, $"configs/{one.Config}.yaml"), [.. set.Select(ConfigurationOverride.Set)]).OrThrow();
    }
}
