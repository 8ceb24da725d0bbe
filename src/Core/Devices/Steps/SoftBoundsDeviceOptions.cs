namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>soft-bounds</c>: <c>linear-step</c> with gamma 1.</summary>
public sealed record SoftBoundsBranchOptions : StepBranchOptions
{
    /// <inheritdoc/>
    public override double Profile(double covered) => LinearStepBranchOptions.Shrunk(covered, gamma: 1);
}

/// <summary>
/// Law <c>soft-bounds</c>: a pulse closes a constant share of the distance to its end of the window,
/// up: u += s (1 - u), down: u -= s u.
/// </summary>
/// <remarks>
/// S. Fusi, L. F. Abbott: Limits on the memory storage capacity of bounded synapses. Nat. Neurosci. 10 (2007) 485, doi
/// 10.1038/nn1859. M. J. Rasch et al.: A flexible and fast PyTorch toolkit for simulating training and inference on
/// analog crossbar arrays (AICAS 2021, arXiv:2104.02184), soft-bounds device: with bounds b and step dw there, s = dw/b.
/// </remarks>
public sealed record SoftBoundsDeviceOptions : StepDeviceOptions<SoftBoundsBranchOptions>;
