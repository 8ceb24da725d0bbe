using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Answers the embedded typeface for its own name, so that an installed font never replaces it.</summary>
internal sealed class EmbeddedFontResolver(SKTypeface typeface) : IFontResolver
{
    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == FigureFont.Name ? typeface : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == FigureFont.Name ? typeface : null;
}
