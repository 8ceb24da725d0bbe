namespace CrossbarSim.Core.Backends.Reference;

/// <summary>A rule at work on one layer: what it does after each mini-batch's forward and backward pass.</summary>
internal interface IReferenceRule
{
    /// <summary>Moves weights, or fires pulses.</summary>
    /// <param name="layer">Weights, and what the mini-batch gave.</param>
    /// <param name="array">The devices behind the weights.</param>
    /// <param name="batch">Which mini-batch.</param>
    void Apply(ReferenceLayer layer, ReferenceArray array, MiniBatch batch);
}

/// <summary>Which mini-batch a rule works on.</summary>
/// <param name="Number">Its number within the call that trains, from 0.</param>
/// <param name="FirstSample">Training samples visited before it since the run began.</param>
/// <param name="Count">Its samples.</param>
internal readonly record struct MiniBatch(int Number, long FirstSample, int Count);
