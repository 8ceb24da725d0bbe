using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Whether pulses are allowed. Mutable.</summary>
/// <param name="session">The board.</param>
/// <param name="watchdog">How long the board waits for a sign of life.</param>
internal sealed class LinkArming(LinkSession session, TimeSpan watchdog)
{
    private ArmRequest? _request;
    private StatusReply? _armedAt;

    /// <summary>Whether pulses were allowed, and nobody stopped the board since.</summary>
    public bool IsArmed => _request is not null;

    /// <summary>Whether forming was allowed as well.</summary>
    public bool AllowsForming => _request is { Forming: 1 };

    /// <summary>Allows pulses, and keeps the watchdog fed from now on.</summary>
    /// <param name="identity">The board.</param>
    /// <param name="serial">The serial number as the user typed it.</param>
    /// <param name="forming">Whether forming is meant.</param>
    public void Arm(BoardIdentity identity, uint serial, bool forming)
    {
        ArmingRules.Check(identity, serial, forming);
        var request = new ArmRequest(serial, forming ? (byte)1 : (byte)0, (ushort)watchdog.TotalMilliseconds);
        session.Perform(session.Next(MessageType.Arm, request));
        _armedAt = session.Status();
        _request = request;
        session.StartHeartbeat(watchdog / 2);
    }

    /// <summary>Arms again after a lost line, if the watchdog was the only reason and nobody stopped the board.</summary>
    public bool TryAgain()
    {
        if (_request is not { } request || _armedAt is not { } armed) return false;
        var now = session.Status();
        if (now.WatchdogTrips == armed.WatchdogTrips || now.Aborts != armed.Aborts) return false;
        session.Perform(session.Next(MessageType.Arm, request));
        _armedAt = session.Status();
        session.StartHeartbeat(watchdog / 2);
        return true;
    }

    /// <summary>Forgets that pulses were allowed.</summary>
    public void Forget()
    {
        _request = null;
        session.StopHeartbeat();
    }

    /// <summary>Refuses where pulses are not allowed.</summary>
    public void Require(bool forming) => ArmingRules.Require(IsArmed, AllowsForming, forming);
}
