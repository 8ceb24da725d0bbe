using System.Runtime.CompilerServices;

namespace CrossbarSim.Experiments.Results;

/// <summary>
/// A file on its way to a parser that trusts it: ends endless loops and endless recursion, which links that
/// lead back to themselves cause in a damaged file, and reads past the end.
/// </summary>
/// <param name="inner">The file; stays open.</param>
internal sealed class MeteredStream(Stream inner) : Stream
{
    // A whole file takes a few reads per object and chunk; a cycle reads for ever.
    private long _readsLeft = 200_000 + inner.Length / 32;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        // A stack overflow cannot be caught; this exception can.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (--_readsLeft < 0) throw new InvalidDataException("its structure has no end");
        // Nobody asks for more than there is but a damaged length; its buffer is never touched, so not resident.
        if (buffer.Length > Length - Position) throw new EndOfStreamException("it ends too early");
        return inner.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
