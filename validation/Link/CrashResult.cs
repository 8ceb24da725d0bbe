using System.Globalization;

namespace CrossbarSim.Validation.Link;

/// <summary>How a programming run came out of a crash.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Number">Number of the trial.</param>
/// <param name="Frame">The pulse command during which it happened, from 1.</param>
/// <param name="Runs">Runs of the program until the plan was done.</param>
/// <param name="DoubtfulCells">Cells in doubt.</param>
/// <param name="DoubtfulPulses">Pulses in doubt.</param>
/// <param name="Lost">Of them: pulses that were not fired.</param>
/// <param name="Wrong">What is not as it must be; empty where all is right.</param>
internal sealed record CrashResult(
    CrashKind Kind, int Number, int Frame, int Runs, int DoubtfulCells, long DoubtfulPulses, long Lost,
    IReadOnlyList<string> Wrong)
{
    public const string Header = "crash,trial,frame,runs,doubtful_cells,doubtful_pulses,of_them_not_fired,wrong";

    /// <summary>A row of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Kind.ToString().ToLowerInvariant()},{Number},{Frame},{Runs},{DoubtfulCells},{DoubtfulPulses},{Lost},{Wrong.Count}");
}
