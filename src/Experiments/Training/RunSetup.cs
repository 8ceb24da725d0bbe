using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Training;

/// <summary>An experiment together with its data: what an engine, a state file and a picture are made from.</summary>
public sealed class RunSetup
{
    /// <summary>Puts options and data together.</summary>
    /// <param name="options">The experiment.</param>
    /// <param name="data">Its data set.</param>
    /// <param name="threads">Threads the engine may use; the result does not depend on it.</param>
    /// <exception cref="ConfigurationException">The network does not fit the data.</exception>
    public RunSetup(ExperimentOptions options, Dataset data, int threads)
    {
        (Options, Data) = (options, data);
        var network = options.Network.ToShape();
        Check(network.Inputs == data.Width * data.Height,
            $"the first layer takes {network.Inputs} inputs, but a picture of {data.Name} has "
            + $"{data.Width} x {data.Height} = {data.Width * data.Height} pixels");
        Check(network.Classes == data.Classes,
            $"the last layer gives {network.Classes} classes, but {data.Name} has {data.Classes}");
        Arrays = ArraysOf(options);
        Plan = new EnginePlan(network, Mappings(), data.Training, data.Test, options.Training.Batch, threads)
        {
            Validation = data.Validation,
        };
    }

    /// <summary>The experiment.</summary>
    public ExperimentOptions Options { get; }

    /// <summary>Its data set.</summary>
    public Dataset Data { get; }

    /// <summary>What an engine is made from.</summary>
    public EnginePlan Plan { get; }

    /// <summary>The array of each layer, as a state file describes it.</summary>
    public IReadOnlyList<StateLayer> Arrays { get; }

    /// <summary>The array of each layer; no data are needed for it.</summary>
    /// <param name="options">The experiment.</param>
    public static IReadOnlyList<StateLayer> ArraysOf(ExperimentOptions options) =>
    [
        .. options.Network.ToShape().Layers.Select((shape, layer) =>
            new StateLayer(shape, options.Device[options.Device.Count == 1 ? 0 : layer], options.Mapping)),
    ];

    /// <summary>The first state of the devices: drawn, or taken from a file.</summary>
    public IReadOnlyList<LayerState> FirstState()
    {
        var start = new InitialState(Plan, Options.Seed);
        var layers = Options.Initial.State is { } file
            ? StateFile.ReadCounters(file, Arrays)
            : start.Draw(Options.Initial);
        if (Options.Rule is EpochSignOptions { StartsLinear: true }) start.StartLinear(layers);
        return layers;
    }

    private List<WeightMapping> Mappings()
    {
        // Layers with the same device share one table: 30,000 pulses of a costly law are computed once.
        var byDevice = Options.Device.Select(device => new WeightMapping(device, Options.Mapping)).ToList();
        return [.. Enumerable.Range(0, Arrays.Count).Select(layer => byDevice[byDevice.Count == 1 ? 0 : layer])];
    }

    private static void Check(bool fits, string otherwise)
    {
        if (!fits) throw new ConfigurationException(new Problem("CBS0305", "network.layers", otherwise));
    }
}
