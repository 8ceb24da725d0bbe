using System.Globalization;
using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>The most accurate of the points so far.</summary>
internal sealed class BestPoint
{
    private static readonly int Test = Column("test_accuracy");
    private static readonly int Validation = Column("validation_accuracy");

    /// <summary>Index of the point; -1: none has an accuracy yet.</summary>
    public long Index { get; private set; } = -1;

    /// <summary>Its accuracy, on the validation samples where there are some, else on the test samples.</summary>
    public double Accuracy { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes a finished point in.</summary>
    /// <param name="record">The point.</param>
    public void Add(PointRecord record)
    {
        var fields = CsvLines.Fields(record.Outcome);
        var text = fields[Validation].Length > 0 ? fields[Validation] : fields[Test];
        if (fields[0] != "ok" || text.Length == 0) return;
        var accuracy = double.Parse(text, CultureInfo.InvariantCulture);

        // Of equals the first of the plan, whichever was finished first.
        if (accuracy > Accuracy || (accuracy.Equals(Accuracy) && record.Index < Index)) (Index, Accuracy) = (record.Index,
            accuracy);
    }

    private static int Column(string name) => PointOutcome.Columns.Index().First(column => column.Item == name).Index;
}
