using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>One row of <c>ageing.csv</c>: how well the network does when its arrays are read some time after training.</summary>
/// <param name="Seconds">Time since training ended, seconds.</param>
/// <param name="TestLoss">Mean loss over the test samples, nats.</param>
/// <param name="TestAccuracy">Fraction of the test samples classified right, 0 .. 1.</param>
public sealed record AgeingRow(double Seconds, double TestLoss, double TestAccuracy)
{
    /// <summary>The row of an evaluation.</summary>
    /// <param name="seconds">Time since training ended, seconds.</param>
    /// <param name="test">Figures on the test samples.</param>
    public AgeingRow(double seconds, Evaluation test)
        : this(seconds, test.Loss, test.Accuracy)
    {
    }
}
