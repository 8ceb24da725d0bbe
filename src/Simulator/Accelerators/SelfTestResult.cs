namespace CrossbarSim.Simulator.Accelerators;

/// <summary>What a self-test found.</summary>
/// <param name="Wrong">What was wrong; null: passed.</param>
/// <param name="Seconds">How long it took, opening the device and loading the kernels included.</param>
internal sealed record SelfTestResult(string? Wrong, double Seconds)
{
    /// <summary>Whether the backend gave what <c>reference</c> gives.</summary>
    public bool Passed => Wrong is null;
}
