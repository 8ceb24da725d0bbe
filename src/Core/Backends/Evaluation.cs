namespace CrossbarSim.Core.Backends;

/// <summary>How well a network does on a set of samples.</summary>
/// <param name="Loss">Mean sparse categorical cross-entropy on the logits, in nats, unclipped.</param>
/// <param name="Correct">Samples whose largest logit (the first of equals) is their label's.</param>
/// <param name="Count">Samples.</param>
public readonly record struct Evaluation(double Loss, int Correct, int Count)
{
    /// <summary>Fraction of samples classified right, 0 .. 1; 0 for an empty set.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Correct / Count;
}
