namespace CrossbarSim.Core.Devices.Steps;

/// <summary>One direction of law <c>constant-step</c>.</summary>
public sealed record ConstantStepBranchOptions : StepBranchOptions
{
    /// <inheritdoc/>
    public override double Profile(double covered) => 1;
}

/// <summary>Law <c>constant-step</c>: every pulse moves the same share of the window, up: u += s, down: u -= s.</summary>
/// <remarks>
/// T. Gokmen, Y. Vlasov: Acceleration of deep neural network training with resistive cross-point devices. Front.
/// Neurosci. 10 (2016) 333, doi 10.3389/fnins.2016.00333.
/// </remarks>
public sealed record ConstantStepDeviceOptions : StepDeviceOptions<ConstantStepBranchOptions>;
