namespace CrossbarSim.Simulator.Commands;

/// <summary>What the process returns; listed in every <c>--help</c>.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Unexpected = 1;
    public const int WrongUsage = 2;
    public const int InvalidFile = 3;
    public const int BoardLost = 4;
    public const int SafetyLimit = 5;
    public const int Cancelled = 130;

    /// <summary>Each code, and what it says.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "ok"),
        (Unexpected, "unexpected error, failed download or self-test"),
        (WrongUsage, "wrong usage of the command line"),
        (InvalidFile, "invalid or unusable file"),
        (BoardLost, "board absent, lost, or in contradiction to its journal"),
        (SafetyLimit, "a safety limit refused the command"),
        (Cancelled, "cancelled, by Ctrl-C for example"),
    ];
}
