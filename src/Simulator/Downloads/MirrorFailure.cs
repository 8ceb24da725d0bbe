namespace CrossbarSim.Simulator.Downloads;

/// <summary>Why a file did not come from an address.</summary>
/// <param name="Address">The address.</param>
/// <param name="Reason">In words.</param>
/// <param name="IsWrongContent">Whether a file came, but not the one expected.</param>
internal sealed record MirrorFailure(Uri Address, string Reason, bool IsWrongContent);
