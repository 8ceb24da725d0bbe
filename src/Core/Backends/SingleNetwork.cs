namespace CrossbarSim.Core.Backends;

/// <summary>The same calls for an engine of one network.</summary>
public static class SingleNetwork
{
    extension(IEngine engine)
    {
        /// <summary>Sets the state of every device, and the weights from it (or as given).</summary>
        /// <param name="layers">One state per layer; copied.</param>
        public void WriteState(IReadOnlyList<LayerState> layers) => engine.WriteState(0, layers);

        /// <summary>Reads the state of every device, and the weights.</summary>
        public IReadOnlyList<LayerState> ReadState() => engine.ReadState(0);

        /// <summary>Trains on the given samples, the first ones of the run.</summary>
        /// <param name="order">Training samples to visit, in order.</param>
        /// <param name="batch">Mini-batch size.</param>
        /// <param name="rule">What is done with each mini-batch.</param>
        /// <param name="firstSample">Training samples visited before.</param>
        public void Train(ReadOnlySpan<int> order, int batch, BatchRule rule, long firstSample = 0) =>
            engine.TrainAll(order, batch, [.. engine.Plan.Replicas.Select(_ => rule)], firstSample);

        /// <summary>Fires the signs of what was trained.</summary>
        /// <param name="quirks">What to do as the original program did.</param>
        /// <returns>The pulses of this call.</returns>
        public PulseTotals FireSigns(SignPulseQuirks quirks)
        {
            var before = engine.TotalsAll()[0];
            engine.FireSignsAll(quirks);
            return engine.TotalsAll()[0] - before;
        }

        /// <summary>Classifies a set of samples with the present weights.</summary>
        /// <param name="samples">Which set.</param>
        public Evaluation Evaluate(SampleChoice samples) => engine.EvaluateAll(samples)[0];

        /// <summary>Class probabilities of a set of samples with the present weights.</summary>
        /// <param name="samples">Which set.</param>
        public float[] Probabilities(SampleChoice samples) => engine.Probabilities(0, samples);
    }
}
