namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>What the controller says of a task.</summary>
/// <param name="State">Such as RUNNING; empty: it no longer knows the task.</param>
/// <param name="Node">Where it runs or ran; empty: nowhere.</param>
/// <param name="Reason">Why it is in that state.</param>
internal sealed record SlurmTask(string State, string Node, string Reason)
{
    private static readonly string[] Ended =
    [
        "", "COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "BOOT_FAIL", "DEADLINE", "OUT_OF_MEMORY", "PREEMPTED",
        "REVOKED",
    ];

    /// <summary>A task that is too long ago.</summary>
    public static SlurmTask Unknown { get; } = new("", "", "");

    /// <summary>The state in one word.</summary>
    public string StateName => State.Length == 0 ? "gone" : State.ToLowerInvariant();

    /// <summary>Whether it may still come to something, by itself or requeued.</summary>
    public bool Active => !Ended.Contains(State);

    /// <summary>Whether it ended for what is no fault of its own: the same may succeed elsewhere or with more time.</summary>
    public bool Lost => State is "" or "NODE_FAIL" or "BOOT_FAIL" or "PREEMPTED" or "REVOKED" or "TIMEOUT"
        || (State == "FAILED" && Reason != "NonZeroExitCode");

    /// <summary>The state in words.</summary>
    public override string ToString() => StateName
        + (Reason is "" or "None" ? "" : $", {Reason}") + (Node.Length == 0 ? "" : $", on {Node}");
}
