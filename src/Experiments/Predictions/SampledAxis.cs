namespace CrossbarSim.Experiments.Predictions;

/// <summary>Where the pixels of a resampled picture lie on one axis of the original.</summary>
/// <param name="Start">Where the first begins, pixels of the original; may lie outside.</param>
/// <param name="Scale">New pixels per pixel of the original.</param>
/// <param name="Count">Number of new pixels.</param>
internal readonly record struct SampledAxis(double Start, double Scale, int Count)
{
    /// <summary>The part of the original that a new pixel covers.</summary>
    public (double From, double To) Span(int pixel) => (Start + pixel / Scale, Start + (pixel + 1) / Scale);
}
