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
        : this(options, data, threads, new SharedMappings())
    {
    }

    private RunSetup(ExperimentOptions options, Dataset data, int threads, SharedMappings mappings)
    {
        (Options, Data) = (options, data);
        var network = options.Network.ToShape();
        Check(network.Inputs == data.Width * data.Height,
            $"the first layer takes {network.Inputs} inputs, but a picture of {data.Name} has "
            + $"{data.Width} x {data.Height} = {data.Width * data.Height} pixels");
        Check(network.Classes == data.Classes,
            $"the last layer gives {network.Classes} classes, but {data.Name} has {data.Classes}");
        Arrays = ArraysOf(options);
        Plan = new EnginePlan(
            network, mappings.Of(options), data.Training, data.Test, options.Training.Batch, threads, options.Seed)
        {
            Validation = data.Validation,
        };
    }

    /// <summary>The experiment.</summary>
    public ExperimentOptions Options { get; }

    /// <summary>Its data set.</summary>
    public Dataset Data { get; }

    /// <summary>What an engine of this network alone is made from.</summary>
    public EnginePlan Plan { get; }

    /// <summary>The array of each layer, as a state file describes it.</summary>
    public IReadOnlyList<StateLayer> Arrays { get; }

    /// <summary>Puts several experiments and their data together; equal devices are tabulated once.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="data">The data set of all.</param>
    /// <param name="threads">Threads the engines may use.</param>
    /// <exception cref="ConfigurationException">A network does not fit the data.</exception>
    public static IReadOnlyList<RunSetup> All(IReadOnlyList<ExperimentOptions> experiments, Dataset data, int threads)
    {
        var mappings = new SharedMappings();
        return [.. experiments.Select(options => new RunSetup(options, data, threads, mappings))];
    }

    /// <summary>The array of each layer; no data are needed for it.</summary>
    /// <param name="options">The experiment.</param>
    public static IReadOnlyList<StateLayer> ArraysOf(ExperimentOptions options) =>
    [
        .. options.Network.ToShape().Layers.Select((shape, layer) =>
            new StateLayer(shape, options.DeviceOf(layer), options.Mapping, layer, options.Seed)),
    ];

    /// <summary>The first state of the devices: drawn, or taken from a file.</summary>
    public IReadOnlyList<LayerState> FirstState()
    {
        var start = new InitialState(Plan, Options.Seed);
        var layers = Options.Initial.State is { } file
            ? StateFile.ReadDevices(file, Arrays)
            : start.Draw(Options.Initial, keepFloats: Options.Rule.IsFloat);
        if (Options.Rule is EpochSignOptions { StartsLinear: true }) start.StartLinear(layers);
        return layers;
    }

    private static void Check(bool fits, string otherwise)
    {
        if (!fits) throw new ConfigurationException(new Problem("CBS0305", "network.layers", otherwise));
    }
}
