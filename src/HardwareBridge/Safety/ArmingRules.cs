using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>What arming needs, and what needs arming; the same for boards of every kind.</summary>
internal static class ArmingRules
{
    /// <summary>Refuses to arm another board than was meant, or one that cannot form cells for forming.</summary>
    public static void Check(BoardIdentity identity, uint serial, bool forming)
    {
        if (serial != identity.Serial) throw Refused("CBS1409", FormattableString.Invariant(
            $"armed for board {serial}, but this is board {identity.Serial}: it is not armed"));
        if (forming && !identity.Can(BoardCapabilities.Forming)) throw Refused("CBS1410", "this board cannot form cells");
    }

    /// <summary>Refuses where pulses are not allowed.</summary>
    public static void Require(bool isArmed, bool allowsForming, bool forming)
    {
        if (!isArmed) throw Refused("CBS1409", "pulses need arming with the board's serial number");
        if (forming && !allowsForming) throw Refused("CBS1410", "forming was not allowed when arming");
    }

    private static SafetyLimitException Refused(string code, string message) => new(new Problem(code, "", message));
}
