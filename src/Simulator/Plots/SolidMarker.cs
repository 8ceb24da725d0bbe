using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// A marker drawn without the dashes of the line before it: ScottPlot leaves them on the brush, and Skia's SVG
/// output complains of them on standard error, once for every marker.
/// </summary>
internal sealed class SolidMarker(MarkerShape shape) : IMarker
{
    private readonly IMarker _shape = shape.GetMarker();

    /// <inheritdoc/>
    public void Render(SKCanvas canvas, Paint paint, Pixel center, float size, MarkerStyle markerStyle)
    {
        paint.SKPathEffect = LinePattern.Solid.GetPathEffect();
        _shape.Render(canvas, paint, center, size, markerStyle);
    }
}
