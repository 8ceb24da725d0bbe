namespace CrossbarSim.HardwareBridge.Link;

/// <summary>How long a session waits, and how often it tries.</summary>
public sealed record LinkTiming
{
    private const int BitsPerByte = 10;

    /// <summary>Bits per second of the line.</summary>
    public int Baud { get; init; } = 1_000_000;

    /// <summary>Waiting for an answer, beyond the time of the line and of the command.</summary>
    public TimeSpan ReplyPatience { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often the same bytes are sent before the board counts as lost.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>Waiting for hello: opening a port resets many boards.</summary>
    public TimeSpan BootPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waiting for a lost port to come back; zero: not at all.</summary>
    public TimeSpan ReconnectPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that bytes and the longest answer take on the line.</summary>
    internal TimeSpan OnTheLine(int bytes) =>
        TimeSpan.FromSeconds((double)(bytes + LinkProtocol.MostEncoded) * BitsPerByte / Baud);
}
