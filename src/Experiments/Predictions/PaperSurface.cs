namespace CrossbarSim.Experiments.Predictions;

/// <summary>
/// The level of the paper at every pixel, from the border: one level, or where the light falls unevenly a
/// smooth surface of second degree. Ink that touches the border is left out.
/// </summary>
internal sealed class PaperSurface
{
    private const int Terms = 6;
    private const int Rounds = 6;
    private const int LeastSide = 12;
    private const int LeastSamples = 40;

    // Of 8 bits one level: below it paper is even.
    private const double Even = 1 / 255.0;

    // Shade deeper than this would turn grain into ink.
    private const double LeastLight = 0.2;

    // From the median deviation to the standard deviation of a normal distribution.
    private const double NormalSpread = 1.4826;

    private readonly double[] _terms;

    private PaperSurface(double[] terms, double grain) => (_terms, Grain) = (terms, grain);

    /// <summary>Standard deviation of the paper around the surface.</summary>
    public double Grain { get; }

    /// <summary>Paper of one level everywhere, without grain.</summary>
    /// <param name="level">The level.</param>
    public static PaperSurface Flat(double level) => new([level], 0);

    /// <summary>Finds the paper of a picture.</summary>
    /// <param name="image">The picture.</param>
    public static PaperSurface Of(GreyImage image)
    {
        var border = BorderSamples(image);
        var flat = Fit(border, terms: 1);
        if (flat.Grain < Even || Math.Min(image.Width, image.Height) < LeastSide) return flat;
        var bent = Fit(border, Terms);
        return bent.Grain < 0.8 * flat.Grain ? bent : flat;
    }

    /// <summary>How much lighter than the paper every pixel is.</summary>
    /// <param name="image">The picture.</param>
    /// <returns>
    /// [height x width]; below 0 where it is darker. In the shade the same ink takes less light away, so there
    /// it counts for more.
    /// </returns>
    public float[] Deviations(GreyImage image)
    {
        var result = new float[image.Levels.Length];
        var middle = Math.Max(At((0, 0)), Even);
        for (var i = 0; i < result.Length; i++)
        {
            var paper = At(Place(image, i));
            var deviation = image.Levels[i] - paper;
            result[i] = (float)(deviation < 0 ? deviation * middle / Math.Max(paper, LeastLight * middle) : deviation);
        }

        return result;
    }

    private double At((double X, double Y) place)
    {
        if (_terms.Length == 1) return _terms[0];
        Span<double> basis = stackalloc double[Terms];
        Fill(basis, place);
        var sum = 0.0;
        for (var k = 0; k < Terms; k++) sum += _terms[k] * basis[k];
        return sum;
    }

    private static List<PaperSample> BorderSamples(GreyImage image)
    {
        var thickness = Math.Max(1, Math.Min(image.Width, image.Height) / 50);
        var samples = new List<PaperSample>();
        for (var i = 0; i < image.Levels.Length; i++)
        {
            var (x, y) = (i % image.Width, i / image.Width);
            var inside = Math.Min(Math.Min(x, image.Width - 1 - x), Math.Min(y, image.Height - 1 - y));
            if (inside < thickness) samples.Add(new PaperSample(Place(image, i), image.Levels[i]));
        }

        return samples;
    }

    // Starts from the median and leaves out what lies far off, so that ink on the border does not tilt the paper.
    private static PaperSurface Fit(List<PaperSample> border, int terms)
    {
        var surface = Flat(Median([.. border.Select(s => s.Level)]));
        for (var round = 0; round < Rounds; round++)
        {
            var residuals = border.ConvertAll(s => Math.Abs(s.Level - surface.At(s.Place)));
            var spread = NormalSpread * Median([.. residuals]);
            var limit = Math.Max(3 * spread, 2 * Even);
            surface = new PaperSurface(surface._terms, spread);
            var kept = border.Where((_, i) => residuals[i] <= limit).ToList();
            if (terms == 1 || kept.Count < LeastSamples || Solve(kept) is not { } solved) return surface;
            surface = new PaperSurface(solved, spread);
        }

        return surface;
    }

    private static double[]? Solve(List<PaperSample> samples)
    {
        var equations = new double[Terms, Terms + 1];
        Span<double> basis = stackalloc double[Terms + 1];
        foreach (var sample in samples)
        {
            Fill(basis, sample.Place);
            basis[Terms] = sample.Level;
            for (var row = 0; row < Terms; row++)
                for (var column = 0; column <= Terms; column++)
                    equations[row, column] += basis[row] * basis[column];
        }

        return LinearEquations.Solve(equations);
    }

    private static void Fill(Span<double> basis, (double X, double Y) place)
    {
        var (x, y) = place;
        (basis[0], basis[1], basis[2], basis[3], basis[4], basis[5]) = (1, x, y, x * y, x * x, y * y);
    }

    // -1 .. 1 across and down.
    private static (double X, double Y) Place(GreyImage image, int pixel) => (
        (2.0 * (pixel % image.Width) + 1) / image.Width - 1,
        (2.0 * (pixel / image.Width) + 1) / image.Height - 1);

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
