using System.Globalization;

namespace CrossbarSim.Experiments.Results;

/// <summary>One row of <c>timing.csv</c>: how long an epoch took, and where.</summary>
/// <param name="Epoch">The epoch, from 1; 0 is the evaluation before training.</param>
/// <param name="Seconds">Wall time of the epoch with its evaluation, seconds.</param>
/// <param name="Backend">Backend, as in <c>--backend</c>.</param>
/// <param name="Accelerator">The processor, in words.</param>
/// <param name="Host">Name of the machine.</param>
public sealed record TimingRow(int Epoch, double Seconds, string Backend, string Accelerator, string Host)
    : ITableRow<TimingRow>
{
    /// <inheritdoc/>
    public static IReadOnlyList<string> Columns { get; } = ["epoch", "seconds", "backend", "accelerator", "host"];

    /// <inheritdoc/>
    public static TimingRow Parse(TableFields fields) => new(
        fields.Count<int>("epoch"),
        fields.Number("seconds"),
        fields.Text("backend"),
        fields.Text("accelerator"),
        fields.Text("host"));

    /// <inheritdoc/>
    public IEnumerable<string> Fields() =>
    [
        Epoch.ToString(CultureInfo.InvariantCulture),
        Seconds.ToString("R", CultureInfo.InvariantCulture),
        Backend, Accelerator, Host,
    ];
}
