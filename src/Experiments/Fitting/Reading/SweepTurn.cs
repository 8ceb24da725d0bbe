namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Finds where a trace without directions stops rising and begins to fall.</summary>
internal static class SweepTurn
{
    // Less of a rise, or of a fall, is noise at the end of a sweep.
    private const double LeastPart = 0.25;

    // A trace that goes up and down once is left with its noise; one that goes on leaves more.
    private const double MostLeft = 0.2;

    private const double NearHalf = 0.1;
    private const double AsGood = 1.5;

    /// <summary>Finds the turn.</summary>
    /// <param name="points">The trace, in order of its pulses.</param>
    /// <returns>Index of the last rising point, -1 where all fall; null where it goes up and down more than once.</returns>
    public static int? Find(IReadOnlyList<SweepPoint> points)
    {
        var rises = Errors(points);
        var falls = Errors([.. points.Reverse()]);
        double Left(int turn) => (turn < 0 ? 0 : rises[turn]) + (turn == points.Count - 1 ? 0 : falls[points.Count - 2 - turn]);
        var best = Enumerable.Range(0, points.Count + 1).Select(i => points.Count - 1 - i).MinBy(Left);

        // At a flat top noise hides the turn: as many pulses down as up, unless the trace says otherwise.
        var half = (points.Count - 1) / 2;
        if (Math.Abs(best - half) <= NearHalf * points.Count && Left(half) <= AsGood * Left(best)) best = half;
        var mean = points.Average(p => p.Siemens);
        var total = points.Sum(p => p.Rows * (p.Siemens - mean) * (p.Siemens - mean));
        if (Left(best) > MostLeft * total) return null;
        var height = points.Max(p => p.Siemens) - points.Min(p => p.Siemens);
        if (best < 0 || points[best].Siemens - points[0].Siemens < LeastPart * height) return -1;
        return points[best].Siemens - points[^1].Siemens < LeastPart * height ? points.Count - 1 : best;
    }

    // Squares that the nearest rising curve leaves of the first 1, 2, ... points: pooled as the points come.
    private static double[] Errors(IReadOnlyList<SweepPoint> points)
    {
        List<(double Weight, double Mean, double Left)> blocks = [];
        var (errors, sum) = (new double[points.Count], 0.0);
        for (var i = 0; i < points.Count; i++)
        {
            var block = (Weight: points[i].Rows, Mean: points[i].Siemens, Left: 0.0);
            while (blocks.Count > 0 && blocks[^1].Mean >= block.Mean)
            {
                var (last, weight) = (blocks[^1], blocks[^1].Weight + block.Weight);
                var apart = last.Mean - block.Mean;
                block = (weight, (last.Weight * last.Mean + block.Weight * block.Mean) / weight,
                    last.Left + block.Left + last.Weight * block.Weight / weight * apart * apart);
                sum -= last.Left;
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
            sum += block.Left;
            errors[i] = sum;
        }

        return errors;
    }
}
