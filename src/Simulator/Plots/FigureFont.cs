using ScottPlot;
using SkiaSharp;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// DejaVu Sans from the program itself: the same text on every machine, and text at all on one without fonts.
/// </summary>
internal static class FigureFont
{
    /// <summary>Family name, as the font file states it.</summary>
    public const string Name = "DejaVu Sans";

    private const string Resource = "DejaVuSans.ttf";
    private static readonly Lazy<SKTypeface> Registered = new(Load);

    /// <summary>The typeface itself.</summary>
    public static SKTypeface Typeface => Registered.Value;

    /// <summary>Makes the embedded font the one of every label created from now on. May be called often.</summary>
    public static void Register()
    {
        // ScottPlot keeps its default in statics that other code may have changed since the last figure.
        Fonts.DefaultFontStyle = Registered.Value;
        Fonts.Default = Name;
    }

    private static SKTypeface Load()
    {
        using var stream = typeof(FigureFont).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the program was built without its font {Resource}");
        using var data = SKData.Create(stream);
        var typeface = SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"{Resource} is not a font");
        Fonts.FontResolvers.Insert(0, new EmbeddedFontResolver(typeface));
        return typeface;
    }
}
