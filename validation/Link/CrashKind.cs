namespace CrossbarSim.Validation.Link;

/// <summary>What happens in the middle of a programming run.</summary>
internal enum CrashKind
{
    /// <summary>The host's process is killed: SIGKILL.</summary>
    Kill,

    /// <summary>The board starts anew.</summary>
    Reset,

    /// <summary>The port goes, and comes back.</summary>
    Unplug,
}
