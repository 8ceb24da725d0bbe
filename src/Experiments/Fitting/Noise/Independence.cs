using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Fitting.Noise;

/// <summary>
/// What rows are worth whose deviations go together: noise of pulses stays in the device, and devices differ from one
/// another for good.
/// </summary>
/// <remarks>
/// With correlation r from pulse to pulse, n rows say as much about a smooth curve as n (1 - r)/(1 + r) independent ones:
/// G. V. Bayley, J. M. Hammersley: The effective number of independent observations in an autocorrelated time series.
/// J. R. Stat. Soc. Suppl. 8 (1946) 184.
/// </remarks>
internal static class Independence
{
    // A correlation that as many independent rows show by chance once in a hundred times is none.
    private const double Evident = 2.5;
    private const double MostCorrelation = 0.999;

    // Below this share of the sweep, what is left is rounding.
    private const double Rounding = 1e-6;

    /// <summary>Of a sweep, by what the closest curve leaves.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="siemens">The curve at its points, siemens.</param>
    public static double Of(Sweep sweep, double[] siemens)
    {
        var (squares, products, pairs) = (0.0, 0.0, 0);
        for (var i = 0; i < siemens.Length; i++)
        {
            var left = sweep.Points[i].Siemens - siemens[i];
            squares += left * left;
            if (i == 0 || sweep.Points[i].IsDepression != sweep.Points[i - 1].IsDepression) continue;
            products += left * (sweep.Points[i - 1].Siemens - siemens[i - 1]);
            pairs++;
        }

        var least = Rounding * sweep.Height;
        return squares < siemens.Length * least * least ? 1 : Worth(products / pairs / (squares / siemens.Length), pairs);
    }

    /// <summary>Of several cycles or devices, by how they differ from their mean.</summary>
    /// <param name="measured">What was measured.</param>
    /// <returns>The share, or null where there is one cycle only.</returns>
    public static double? Of(Measurements measured)
    {
        if (measured.Cycles < 2) return null;
        var mean = measured.Sweep.Points.ToDictionary(p => (p.IsDepression, p.Pulse), p => p.Siemens);
        var places = measured.Devices.SelectMany(device => device.Moments.Select(m => new Place(device, m, mean))).ToList();
        var (rows, pairs) = (places.Sum(p => p.Moments.Count), places.Sum(p => p.Moments.One.Count));
        var squares = places.Sum(p => p.Squares);
        var least = Rounding * measured.Sweep.Height;
        if (pairs == 0 || squares < rows * least * least) return 1;
        var alongPulses = Worth(places.Sum(p => p.Products) / pairs / (squares / rows), pairs);
        return Math.Min(alongPulses, AmongDevices(measured.Devices.Count, places, squares, alongPulses));
    }

    // Rows of a device that share its deviation are worth one: the design effect 1 + (m - 1) rho of m rows (L. Kish: Survey
    // Sampling, 1965, section 5.4), with rho the part of the squares that stays from cycle to cycle.
    private static double AmongDevices(int devices, List<Place> places, double squares, double alongPulses)
    {
        if (devices < 2) return 1;
        var (between, rows) = (places.Sum(p => p.SquaresOfMean), places.Sum(p => p.Moments.Count));
        var byChance = places.Sum(p => p.Moments.Scatter / Math.Max(1, p.Moments.Count - 1));
        var chance = byChance * (1 + Evident * Math.Sqrt(2 / (places.Count * alongPulses)));
        if (between <= chance) return 1;
        var rho = (between - byChance) / squares;
        return 1 / (1 + (rows / devices - 1) * rho);
    }

    private static double Worth(double correlation, long pairs)
    {
        if (correlation * Math.Sqrt(pairs) < Evident) return 1;
        var r = Math.Min(correlation, MostCorrelation);
        return (1 - r) / (1 + r);
    }

    // The rows of one device after so many pulses of a direction, as distances to the mean of all devices.
    private sealed record Place(
        DeviceSweeps Device,
        (bool IsDepression, int Pulse, PulseMoments Moments) At,
        Dictionary<(bool, int), double> Mean)
    {
        public PulseMoments Moments => At.Moments;

        public double Squares => Moments.Count * Moments.MeanSquare(MeanAt(At.Pulse));

        public double SquaresOfMean => Moments.Count * Math.Pow(Moments.Mean - MeanAt(At.Pulse), 2);

        public double Products => Moments.One.Count == 0 ? 0 : Moments.One.Count * Moments.One.MeanProduct(
            Moments.Reference - MeanAt(At.Pulse),
            Device.Find(At.IsDepression, At.Pulse - 1)!.Reference - MeanAt(At.Pulse - 1));

        private double MeanAt(int pulse) => Mean[(At.IsDepression, pulse)];
    }
}
