namespace CrossbarSim.Simulator.Bench;

/// <summary>What can be measured, and in which unit its rate is.</summary>
internal static class Measurements
{
    /// <summary>Peak of fused multiply-adds; always measured.</summary>
    public const string MultiplyAdd = "multiply-add";

    /// <summary>Memory copied, bytes read and written; always measured.</summary>
    public const string Copy = "copy";

    /// <summary>Training epochs without their evaluation.</summary>
    public const string Epoch = "epoch";

    /// <summary>Forward passes.</summary>
    public const string Forward = "forward";

    /// <summary>Raw pulses of saturated updates.</summary>
    public const string Pulses = "pulses";

    /// <summary>Those that can be asked for.</summary>
    public static IReadOnlyList<string> Chosen { get; } = [Epoch, Forward, Pulses];
}
