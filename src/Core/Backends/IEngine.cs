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
/// One network of devices on one backend. State stays there between calls; the order of every sum is fixed
/// (inputs in order, samples of a batch in order), so that float backends agree bit for bit.
/// </summary>
public interface IEngine : IDisposable
{
    /// <summary>Sets the state of every device, and the weights from it (or as given).</summary>
    /// <param name="layers">One state per layer; copied.</param>
    void WriteState(IReadOnlyList<LayerState> layers);

    /// <summary>Reads the state of every device, and the weights.</summary>
    /// <returns>Copies, one per layer; <see cref="LayerState.Weights"/> is always filled.</returns>
    IReadOnlyList<LayerState> ReadState();

    /// <summary>
    /// Float gradient descent over the given training samples in mini-batches, one step of the optimiser on the
    /// mean gradient of each. Devices are not touched; moments stay in the engine and are part of its state.
    /// </summary>
    /// <param name="order">Training samples to visit, in order.</param>
    /// <param name="batch">Mini-batch size, 1 .. the plan's batch; the last may be smaller.</param>
    /// <param name="optimizer">How a gradient moves weights; float backends round its numbers to float.</param>
    void Descend(ReadOnlySpan<int> order, int batch, Optimizer optimizer);

    /// <summary>
    /// Fires one pulse per weight in the direction in which it moved since the devices were last written or
    /// fired, then sets the weights to those of the devices.
    /// </summary>
    /// <param name="quirks">What to do as the original program did.</param>
    /// <returns>The pulses of this call.</returns>
    PulseTotals FireSigns(SignPulseQuirks quirks);

    /// <summary>Classifies a set of samples with the present weights.</summary>
    /// <param name="samples">Which set.</param>
    Evaluation Evaluate(SampleChoice samples);

    /// <summary>Class probabilities of a set of samples with the present weights.</summary>
    /// <param name="samples">Which set.</param>
    /// <returns>Row-major [samples x classes], each 0 .. 1; a row sums to 1 within float rounding.</returns>
    float[] Probabilities(SampleChoice samples);
}
