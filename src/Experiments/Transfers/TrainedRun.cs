using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>The network of a trained run: its float weights, or what its devices stand for.</summary>
public static class TrainedRun
{
    /// <summary>Reads the weights of a run.</summary>
    /// <param name="options">Its experiment.</param>
    /// <param name="paths">Its files.</param>
    /// <exception cref="Core.Problems.DataFileException">Its state cannot be read (CBS0501 to CBS0507).</exception>
    public static FloatNetwork Network(ExperimentOptions options, RunPaths paths)
    {
        var layers = StateFile.ReadCheckpoint(paths.State, RunSetup.ArraysOf(options)).Layers;
        var shape = options.Network.ToShape();
        return new FloatNetwork(shape, [.. layers.Select((state, layer) => state.Weights
            ?? new AgedArray(options.MappingOf(layer), shape.Layers[layer].Weights, options.Seed, layer).Weights(state))]);
    }
}
