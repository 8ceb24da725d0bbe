using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Experiments.Predictions;

/// <summary>A trained run that classifies other pictures than those of its data set.</summary>
public sealed class Predictor
{
    private readonly ExperimentOptions _options;
    private readonly RunPaths _run;

    /// <summary>Prepares to predict; nothing is read yet.</summary>
    /// <param name="options">The experiment of the run.</param>
    /// <param name="run">Its files.</param>
    /// <exception cref="ConfigurationException">The network takes no square pictures (CBS0606).</exception>
    public Predictor(ExperimentOptions options, RunPaths run)
    {
        (_options, _run) = (options, run);
        var inputs = options.Network.Layers[0];
        Side = (int)Math.Round(Math.Sqrt(inputs));
        if (Side * Side != inputs)
            throw new ConfigurationException(new Problem("CBS0606", "network.layers",
                $"the first layer takes {inputs} inputs, which are no square picture; MNIST's 28 x 28 are {28 * 28}"));
    }

    /// <summary>Pixels per row, and rows, of the pictures that the network takes.</summary>
    public int Side { get; }

    /// <summary>Classifies digits.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="backend">Where to compute.</param>
    /// <param name="threads">Threads to use at most.</param>
    /// <returns>One prediction per digit.</returns>
    /// <exception cref="DataFileException">The run has no state that fits (CBS0501 to CBS0507).</exception>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<FramedDigit> digits, IBackend backend, int threads)
    {
        var classes = _options.Network.Layers[^1];
        var setup = new RunSetup(_options, Samples(digits, classes), threads);
        using var engine = backend.CreateEngine(setup.Plan);
        engine.WriteState(StateFile.ReadCheckpoint(_run.State, setup.Arrays).Layers);
        return Prediction.Of(engine.Probabilities(SampleChoice.Test), classes);
    }

    // Nothing is trained, but an engine wants a training sample; labels are not looked at.
    private Dataset Samples(IReadOnlyList<FramedDigit> digits, int classes)
    {
        byte[] inputs = [.. digits.SelectMany(digit => digit.Resized(Side))];
        var training = new SampleSet(new byte[Side * Side], new byte[1], Side * Side);
        var test = new SampleSet(inputs, new byte[digits.Count], Side * Side);
        return new Dataset("pictures", training, test, Side, Side, classes);
    }
}
