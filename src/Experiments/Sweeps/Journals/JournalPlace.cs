namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>Where a record of a journal lies.</summary>
/// <param name="Index">The point.</param>
/// <param name="Identity">Its identity.</param>
/// <param name="At">Where its text begins, bytes.</param>
/// <param name="Length">Bytes of its text.</param>
public readonly record struct JournalPlace(long Index, string Identity, long At, int Length)
{
    /// <summary>Where the next record begins.</summary>
    public long End => At + Length;
}
