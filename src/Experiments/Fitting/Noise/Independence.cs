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
        var (squares, count, products, pairs) = (0.0, 0L, 0.0, 0L);
        foreach (var (depression, pulse, moments) in measured.Devices.SelectMany(device => device.Moments))
        {
            squares += moments.Count * moments.MeanSquare(mean[(depression, pulse)]);
            count += moments.Count;
        }

        foreach (var device in measured.Devices)
            foreach (var (depression, pulse, moments) in device.Moments)
            {
                if (moments.One.Count == 0) continue;
                var earlier = device.Find(depression, pulse - 1)!;
                products += moments.One.Count * moments.One.MeanProduct(
                    moments.Reference - mean[(depression, pulse)], earlier.Reference - mean[(depression, pulse - 1)]);
                pairs += moments.One.Count;
            }

        var least = Rounding * measured.Sweep.Height;
        return pairs == 0 || squares < count * least * least ? 1 : Worth(products / pairs / (squares / count), pairs);
    }

    private static double Worth(double correlation, long pairs)
    {
        if (correlation * Math.Sqrt(pairs) < Evident) return 1;
        var r = Math.Min(correlation, MostCorrelation);
        return (1 - r) / (1 + r);
    }
}
