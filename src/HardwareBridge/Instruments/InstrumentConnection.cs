using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>Keeps an instrument initialised: after any failure it is connected anew before all else. Mutable.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="patience">How long a lost one is looked for.</param>
/// <param name="time">The clock.</param>
internal sealed class InstrumentConnection(IInstrument instrument, TimeSpan patience, TimeProvider time)
{
    private const int LeastAttempts = 3;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    private bool _isReady;

    /// <summary>Who it is, once it was connected.</summary>
    public BoardIdentity? Identity { get; private set; }

    /// <summary>How often it was connected anew.</summary>
    public int Reconnected { get; private set; }

    /// <summary>Says that nobody knows any more what the instrument takes the next bytes for.</summary>
    public void Lose() => _isReady = false;

    /// <summary>Connects it unless it is.</summary>
    /// <exception cref="BoardException">It does not come back: CBS1303; or it never came: CBS1301.</exception>
    public void Require()
    {
        var since = time.GetTimestamp();
        for (var attempt = 1; !_isReady; attempt++)
        {
            try
            {
                Connect();
            }
            catch (Exception cause) when (IsFailure(cause))
            {
                if (cause is BoardException { Code: "CBS1304" }) throw;
                if (attempt >= LeastAttempts && (Identity is null || time.GetElapsedTime(since) >= patience))
                    throw new BoardException(Identity is null ? "CBS1301" : "CBS1303", cause.Message, cause);
                Task.Delay(BetweenAttempts, time).Wait();
            }
        }
    }

    /// <summary>Does something that may be done again: reads.</summary>
    public T Repeat<T>(Func<T> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Require();
                return work();
            }
            catch (Exception cause) when (IsFailure(cause))
            {
                Lose();
                if (attempt == LeastAttempts || cause is BoardException { Code: "CBS1304" or "CBS1301" }) throw;
            }
        }
    }

    /// <summary>Whether it is a failure of the line or of the instrument.</summary>
    public static bool IsFailure(Exception cause) => cause is BoardException or TransportException;

    private void Connect()
    {
        var identity = instrument.Connect();
        if (Identity is { } known && known != identity) throw new BoardException("CBS1304",
            $"another board came back: {identity.Name} {identity.Serial} instead of {known.Name} {known.Serial}");
        if (Identity is not null) Reconnected++;
        (Identity, _isReady) = (identity, true);
    }
}
