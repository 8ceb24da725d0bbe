using System.Text;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>A standard stream that may lead to a full disk or to nowhere.</summary>
/// <param name="inner">The stream.</param>
/// <param name="failed">Told why something was not written.</param>
internal sealed class GuardedWriter(TextWriter inner, Action<Exception> failed) : TextWriter(inner.FormatProvider)
{
    /// <summary>
    /// Guards both streams: results that cannot be written are an error that names the stream, while messages
    /// that cannot are no reason to stop the work.
    /// </summary>
    public static void Install()
    {
        Console.SetError(new GuardedWriter(Console.Error, _ => { }));
        Console.SetOut(new GuardedWriter(Console.Out, cause =>
            throw new IOException($"'standard output': {cause.Message}", cause) { HResult = cause.HResult }));
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Guard(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Guard(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Guard(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Guard(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Guard(inner.Flush);

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            failed(cause);
        }
    }
}
