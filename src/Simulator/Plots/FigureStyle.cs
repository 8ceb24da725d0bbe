using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>The one look of every figure: sizes in pixels at the nominal width, colours, dashes, markers.</summary>
internal static class FigureStyle
{
    /// <summary>Nominal width, pixels: with these text sizes, readable when printed one column wide.</summary>
    public const int Width = 1200;

    /// <summary>Nominal height, pixels.</summary>
    public const int Height = 800;

    /// <summary>Text size of the title, pixels.</summary>
    public const float TitleSize = 28;

    /// <summary>Text size of axis labels and panel headings, pixels.</summary>
    public const float LabelSize = 24;

    /// <summary>Text size of tick labels and the legend, pixels.</summary>
    public const float TickSize = 21;

    /// <summary>Pixels by which ScottPlot sets centred text of <see cref="TickSize"/> too high in this font.</summary>
    public const float TickDrop = 4;

    /// <summary>Width of a curve, pixels.</summary>
    public const float CurveWidth = 3;

    /// <summary>Diameter of a marker, pixels.</summary>
    public const float MarkerSize = 12;

    /// <summary>Colour of text, frames and ticks.</summary>
    public static readonly Color Ink = Colors.Black;

    /// <summary>Colour of grid lines.</summary>
    public static readonly Color Grid = Color.FromHex("#E2E2E2");

    /// <summary>Colour of lines that divide a panel.</summary>
    public static readonly Color Divider = Color.FromHex("#8C8C8C");

    /// <summary>Colour of cells without a value.</summary>
    public static readonly Color Missing = Color.FromHex("#BDBDBD");

    // M. Okabe, K. Ito: Color Universal Design (2008), without yellow, which vanishes on white paper; ordered
    // so that neighbours differ in lightness too.
    private static readonly Color[] Palette =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#000000"),
        Color.FromHex("#CC79A7"), Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"),
    ];

    // Each ends with a dash in a legend symbol of 56 pixels.
    private static readonly LinePattern[] Patterns =
    [
        LinePattern.Solid,
        new([14, 7], 0, "dashed"),
        new([3, 5], 0, "dotted"),
        new([11, 4, 3, 4], 0, "dash-dotted"),
        new([24, 7], 0, "long-dashed"),
    ];

    private static readonly MarkerShape[] Markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp,
        MarkerShape.FilledDiamond, MarkerShape.OpenCircle, MarkerShape.OpenSquare,
    ];

    /// <summary>Look of the series at a place: the counts 7, 5 and 6 share no divisor, so 210 differ.</summary>
    /// <param name="index">Place of the series, from 0.</param>
    public static SeriesLook Series(int index) =>
        new(Palette[index % Palette.Length], Patterns[index % Patterns.Length], Markers[index % Markers.Length]);
}
