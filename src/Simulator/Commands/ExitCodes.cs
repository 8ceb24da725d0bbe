namespace CrossbarSim.Simulator.Commands;

/// <summary>What the process returns; listed in <c>--help</c>.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int WrongUsage = 2;
    public const int InvalidFile = 3;
    public const int Cancelled = 130;

    /// <summary>The codes in words.</summary>
    public const string Help =
        "Exit codes: 0 ok, 1 unexpected, 2 wrong usage, 3 invalid file, 130 cancelled.";
}
