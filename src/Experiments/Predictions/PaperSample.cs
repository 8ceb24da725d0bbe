namespace CrossbarSim.Experiments.Predictions;

/// <summary>One pixel of the border.</summary>
/// <param name="Place">-1 .. 1 across and down.</param>
/// <param name="Level">Its level, 0 .. 1.</param>
internal readonly record struct PaperSample((double X, double Y) Place, double Level);
