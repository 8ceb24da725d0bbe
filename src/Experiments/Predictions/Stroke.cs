namespace CrossbarSim.Experiments.Predictions;

/// <summary>Ink that hangs together, corners included.</summary>
/// <param name="Pixels">Its pixels.</param>
/// <param name="Mass">Their ink.</param>
/// <param name="Box">The rectangle around them.</param>
internal sealed record Stroke(IReadOnlyList<int> Pixels, double Mass, InkBox Box)
{
    /// <summary>Finds the strokes of a picture.</summary>
    /// <param name="ink">Ink of every pixel.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="least">Ink of a pixel that belongs to a stroke.</param>
    public static List<Stroke> Find(float[] ink, int width, float least)
    {
        var seen = new bool[ink.Length];
        List<Stroke> strokes = [];
        for (var i = 0; i < ink.Length; i++)
            if (ink[i] >= least && !seen[i]) strokes.Add(Follow(ink, width, least, seen, i));
        return strokes;
    }

    private static Stroke Follow(float[] ink, int width, float least, bool[] seen, int start)
    {
        List<int> pixels = [start];
        seen[start] = true;
        var (mass, box) = (0.0, InkBox.Empty);
        for (var next = 0; next < pixels.Count; next++)
        {
            var (x, y) = (pixels[next] % width, pixels[next] / width);
            (mass, box) = (mass + ink[pixels[next]], box.With(x, y));
            foreach (var neighbour in Around(x, y, width, ink.Length / width))
            {
                if (seen[neighbour] || ink[neighbour] < least) continue;
                seen[neighbour] = true;
                pixels.Add(neighbour);
            }
        }

        return new Stroke(pixels, mass, box);
    }

    private static IEnumerable<int> Around(int x, int y, int width, int height)
    {
        for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
            for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                yield return v * width + u;
    }
}
