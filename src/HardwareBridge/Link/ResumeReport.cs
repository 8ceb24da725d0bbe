using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What was found when a board was connected with a journal that had been in use.</summary>
/// <param name="Verdict">What became of the last command.</param>
/// <param name="Doubtful">Cells in doubt, each as it was read now; the journal has the same.</param>
public sealed record ResumeReport(ResumeVerdict Verdict, IReadOnlyList<CellReading> Doubtful);
