namespace CrossbarSim.Core.Backends;

/// <summary>Which samples to work on.</summary>
public enum SampleChoice
{
    /// <summary>The training samples.</summary>
    Training,

    /// <summary>The test samples.</summary>
    Test,

    /// <summary>The samples held out of the training set; may be none.</summary>
    Validation,
}

/// <summary>
/// Networks of devices (replicas) on one backend, trained in lock step on the same mini-batches. State stays there
/// between calls; the order of every sum is fixed (inputs in order, samples of a batch in order), so that float backends
/// agree bit for bit, and a replica's results depend on nothing of the others.
/// </summary>
public interface IEngine : IDisposable
{
    /// <summary>What the engine was made from.</summary>
    EnginePlan Plan { get; }

    /// <summary>Sets the state of every device of a replica, and the weights from it (or as given).</summary>
    /// <param name="replica">Replica, from 0.</param>
    /// <param name="layers">One state per layer; copied.</param>
    void WriteState(int replica, IReadOnlyList<LayerState> layers);

    /// <summary>Reads the state of every device of a replica, and the weights.</summary>
    /// <param name="replica">Replica, from 0.</param>
    /// <returns>Copies, one per layer; <see cref="LayerState.Weights"/> is always filled.</returns>
    IReadOnlyList<LayerState> ReadState(int replica);

    /// <summary>
    /// Trains every replica on the given training samples in mini-batches, all on the same. With an optimiser float
    /// weights move and devices are not touched; with a pulse rule the devices are pulsed and the weights are theirs.
    /// Moments and accumulators stay in the engine and are part of its state.
    /// </summary>
    /// <param name="order">Training samples to visit, in order.</param>
    /// <param name="batch">Mini-batch size, 1 .. the plan's batch; the last may be smaller.</param>
    /// <param name="rules">One per replica, all of the same kind; float backends round their numbers to float.</param>
    /// <param name="firstSample">
    /// Training samples visited before, since the run began: numbers the random trains of <see cref="Stochastic"/>.
    /// </param>
    void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample);

    /// <summary>
    /// In every replica fires one pulse per weight in the direction in which it moved since the devices were last
    /// written or fired, then sets the weights to those of the devices.
    /// </summary>
    /// <param name="quirks">What to do as the original program did.</param>
    void FireSignsAll(SignPulseQuirks quirks);

    /// <summary>Pulses of every replica since its devices' accounts were zero.</summary>
    /// <returns>One per replica.</returns>
    PulseTotals[] TotalsAll();

    /// <summary>Classifies a set of samples with the present weights of every replica.</summary>
    /// <param name="samples">Which set.</param>
    /// <returns>One per replica.</returns>
    Evaluation[] EvaluateAll(SampleChoice samples);

    /// <summary>Class probabilities of a set of samples with the present weights of a replica.</summary>
    /// <param name="replica">Replica, from 0.</param>
    /// <param name="samples">Which set.</param>
    /// <returns>Row-major [samples x classes], each 0 .. 1; a row sums to 1 within float rounding.</returns>
    float[] Probabilities(int replica, SampleChoice samples);
}
