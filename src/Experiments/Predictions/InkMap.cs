using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Predictions;

/// <summary>How much ink lies on every pixel of a picture, and where.</summary>
internal sealed class InkMap
{
    // Ink paler than two levels of 8 bits cannot be told from rounding, below 6 deviations not from grain.
    private const double LeastContrast = 2.5 / 255;
    private const double LeastOverGrain = 6;

    // Fainter edges (and the ripples of JPEG) do not count for the size of a digit.
    private const double Edge = 0.1;
    private const double GrainInEdge = 4;

    // Lighter specks are dust.
    private const double LeastShare = 0.02;

    private InkMap(float[] levels, int width, Ink ink) => (Levels, Width, Ink) = (levels, width, ink);

    /// <summary>0 on bare paper, [height x width].</summary>
    public float[] Levels { get; }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Dark or light.</summary>
    public Ink Ink { get; }

    /// <summary>The rectangle around the strokes.</summary>
    public InkBox Box { get; private set; }

    /// <summary>Separates ink from paper.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="asked">Which ink it has, or auto.</param>
    /// <exception cref="ConfigurationException">There is no ink (CBS0605).</exception>
    public static InkMap Of(GreyImage image, Ink asked)
    {
        var paper = PaperSurface.Of(image);
        var found = Stronger(paper.Deviations(image));
        var ink = asked == Ink.Auto ? found : asked;
        if (ink != found) paper = PaperSurface.Flat(Extreme(image, ink));
        var map = new InkMap(Above(paper.Deviations(image), ink), image.Width, ink);
        map.KeepStrokes(paper.Grain);
        return map;
    }

    private static Ink Stronger(float[] deviations)
    {
        var (dark, light) = (0.0, 0.0);
        foreach (var d in deviations)
        {
            if (d < 0) dark += d * d;
            else light += d * d;
        }

        return light > dark ? Ink.Light : Ink.Dark;
    }

    // Against the border's word, the paper is the other end of what the picture holds.
    private static float Extreme(GreyImage image, Ink ink)
    {
        var sorted = image.Levels.Order().ToArray();
        return sorted[(int)((sorted.Length - 1) * (ink == Ink.Dark ? 0.95 : 0.05))];
    }

    private static float[] Above(float[] deviations, Ink ink)
    {
        var sign = ink == Ink.Light ? 1 : -1;
        for (var i = 0; i < deviations.Length; i++) deviations[i] = Math.Max(0, sign * deviations[i]);
        return deviations;
    }

    private void KeepStrokes(double grain)
    {
        var peak = Levels.Max();
        if (peak < Math.Max(LeastContrast, LeastOverGrain * grain))
            throw new ConfigurationException(new Problem("CBS0605", "",
                "the picture is all one colour, or nearly so: there is no ink on it"));
        Clear(2 * grain);
        var strokes = Stroke.Find(Levels, Width, (float)Math.Max(Edge * peak, GrainInEdge * grain));
        var least = LeastShare * strokes.Max(s => s.Mass);
        Box = InkBox.Empty;
        foreach (var stroke in strokes)
        {
            if (stroke.Mass >= least) Box = Box.With(stroke.Box);
            else
                foreach (var pixel in stroke.Pixels) Levels[pixel] = 0;
        }
    }

    private void Clear(double grain)
    {
        for (var i = 0; i < Levels.Length; i++)
            if (Levels[i] < grain) Levels[i] = 0;
    }
}
