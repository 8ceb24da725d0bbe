using System.Text;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>A line of an instrument: bytes and text lines, each awaited for a time and no longer.</summary>
/// <param name="transport">The port; disposed with it.</param>
internal sealed class InstrumentLine(ITransport transport) : IDisposable
{
    private const int MostText = 4096;
    private const int MostDrained = 1 << 20;
    private readonly Queue<byte> _come = new();
    private readonly byte[] _buffer = new byte[MostText];

    /// <summary>The port, as messages name it.</summary>
    public string Name => transport.Name;

    /// <summary>Sends text.</summary>
    public void Write(string text) => transport.Write(Encoding.Latin1.GetBytes(text));

    /// <summary>Takes so many bytes.</summary>
    /// <param name="count">How many.</param>
    /// <param name="patience">Waiting for each.</param>
    /// <exception cref="BoardException">They do not come: CBS1303.</exception>
    public byte[] ReadBytes(int count, TimeSpan patience)
    {
        var bytes = new byte[count];
        for (var k = 0; k < count; k++)
            bytes[k] = Take(patience) ?? throw Silent(FormattableString.Invariant($"{k} of {count} bytes"), patience);
        return bytes;
    }

    /// <summary>Takes a line of text; empty lines are none.</summary>
    /// <param name="patience">Waiting for each byte.</param>
    /// <exception cref="BoardException">It does not come, or does not end: CBS1303.</exception>
    public string ReadText(TimeSpan patience)
    {
        var text = new StringBuilder();
        while (text.Length < MostText)
        {
            var value = Take(patience) ?? throw Silent($"\"{Shown(text.ToString())}\" and no end of the line", patience);
            if (!IsEnd(value)) text.Append((char)value);
            else if (text.Length > 0) return text.ToString().Trim();
        }

        throw new BoardException("CBS1307", FormattableString.Invariant($"{Name}: a line of more than {MostText} characters"));
    }

    /// <summary>Takes what came although nothing was asked.</summary>
    /// <param name="quiet">How long nothing must come.</param>
    /// <param name="isText">Whether ends of lines are nothing: the second byte of one may come late.</param>
    /// <returns>How many bytes it was.</returns>
    public int Drain(TimeSpan quiet, bool isText = false)
    {
        var count = 0;
        while (count < MostDrained && Take(quiet) is { } value)
            if (!isText || !IsEnd(value)) count++;
        return count;
    }

    /// <summary>Refuses to go on where bytes came that nothing asked for: question and answer would be out of step.</summary>
    /// <param name="isText">Whether ends of lines are nothing.</param>
    public void RequireSilence(bool isText = false)
    {
        if (Drain(TimeSpan.Zero, isText) is > 0 and var count) throw new BoardException("CBS1307", FormattableString.Invariant(
            $"{Name}: {count} bytes came that nothing had asked for; nothing was sent"));
    }

    /// <inheritdoc/>
    public void Dispose() => transport.Dispose();

    /// <summary>A text as a message shows it.</summary>
    internal static string Shown(string text)
    {
        var shown = new string([.. text.Take(80).Select(c => c is >= ' ' and <= '~' ? c : '?')]);
        return text.Length > 80 ? shown + "..." : shown;
    }

    private static bool IsEnd(byte value) => value is (byte)'\r' or (byte)'\n';

    private byte? Take(TimeSpan patience)
    {
        if (_come.Count == 0)
            foreach (var value in _buffer.AsSpan(0, transport.Read(_buffer, patience))) _come.Enqueue(value);
        return _come.TryDequeue(out var next) ? next : null;
    }

    private BoardException Silent(string what, TimeSpan patience) => new("CBS1303", FormattableString.Invariant(
        $"{Name}: {what} came, and then nothing for {patience.TotalSeconds:0.###} s"));
}
