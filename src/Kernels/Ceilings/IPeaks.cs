namespace CrossbarSim.Kernels.Ceilings;

/// <summary>
/// Work that keeps a processor as busy as it can be and does nothing else: what every measured speed is held against.
/// The caller holds the watch.
/// </summary>
public interface IPeaks : IDisposable
{
    /// <summary>Fused multiply-adds of one call of <see cref="MultiplyAdd"/>.</summary>
    long MultiplyAdds { get; }

    /// <summary>Bytes that one call of <see cref="Copy"/> moves: those read and those written.</summary>
    long CopiedBytes { get; }

    /// <summary>Multiplies and adds in registers; returns when all is done.</summary>
    void MultiplyAdd();

    /// <summary>Copies memory that no cache holds; returns when all is done.</summary>
    void Copy();
}
