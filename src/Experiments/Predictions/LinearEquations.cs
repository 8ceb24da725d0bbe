namespace CrossbarSim.Experiments.Predictions;

/// <summary>A few linear equations in as many unknowns.</summary>
internal static class LinearEquations
{
    /// <summary>Solves them by elimination with row pivoting.</summary>
    /// <param name="rows">[n x n + 1], the right-hand side last; overwritten.</param>
    /// <returns>The unknowns, or null where the equations do not determine them.</returns>
    public static double[]? Solve(double[,] rows)
    {
        var n = rows.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            Swap(rows, k, Pivot(rows, k));
            if (Math.Abs(rows[k, k]) < 1e-9) return null;
            for (var row = 0; row < n; row++)
                if (row != k) Subtract(rows, row, k, rows[row, k] / rows[k, k]);
        }

        return [.. Enumerable.Range(0, n).Select(k => rows[k, n] / rows[k, k])];
    }

    private static int Pivot(double[,] rows, int k)
    {
        var best = k;
        for (var row = k + 1; row < rows.GetLength(0); row++)
            if (Math.Abs(rows[row, k]) > Math.Abs(rows[best, k])) best = row;
        return best;
    }

    private static void Swap(double[,] rows, int a, int b)
    {
        for (var column = 0; column < rows.GetLength(1); column++)
            (rows[a, column], rows[b, column]) = (rows[b, column], rows[a, column]);
    }

    private static void Subtract(double[,] rows, int row, int from, double factor)
    {
        for (var column = 0; column < rows.GetLength(1); column++) rows[row, column] -= factor * rows[from, column];
    }
}
