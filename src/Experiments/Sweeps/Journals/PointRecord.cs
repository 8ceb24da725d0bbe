namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>What a point came to, as the rows of the tables without the columns that the plan gives.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Identity">Hash of its resolved configuration.</param>
/// <param name="Text">Lines of CSV: its outcome, its timing, then one for each epoch.</param>
public sealed record PointRecord(long Index, string Identity, string Text)
{
    /// <summary>The record of a point.</summary>
    /// <param name="index">Its place in the plan, from 0.</param>
    /// <param name="identity">Hash of its resolved configuration.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="timing">How long it took, and where.</param>
    /// <param name="epochs">Its epochs; none where it failed before the first.</param>
    public static PointRecord Of(
        long index, string identity, PointOutcome outcome, PointTiming timing, IEnumerable<Results.EpochRow> epochs) =>
        new(index, identity, CsvLines.Text([outcome.Fields(), timing.Fields(), .. epochs.Select(row => row.Fields())]));

    /// <summary>Its row of <c>results.csv</c>, from the status on.</summary>
    public string Outcome => Lines[0];

    /// <summary>Its row of <c>timing.csv</c>, from the seconds on.</summary>
    public string Timing => Lines[1];

    /// <summary>Its rows of <c>epochs.csv</c>, from the epoch on.</summary>
    public IEnumerable<string> Epochs => Lines.Skip(2);

    private string[] Lines => field ??= Text.TrimEnd('\n').Split('\n');
}
