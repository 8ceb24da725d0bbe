namespace CrossbarSim.Experiments.Fitting;

/// <summary>How well a curve fits measured rows.</summary>
/// <param name="FreeParameters">k: free numbers, the ends of the window among them.</param>
/// <param name="RmseSiemens">Root of the mean squared residual of a row, siemens.</param>
/// <param name="RmseOfWindow">The same as a share of the fitted window.</param>
/// <param name="R2">1 - squares left / squares about the mean.</param>
/// <param name="Aic">n ln(mean square left) + 2 k, squares as shares of the height of the sweep, n independent rows.</param>
/// <param name="Bic">n ln(mean square left) + k ln n, likewise.</param>
/// <remarks>
/// H. Akaike, IEEE Trans. Automat. Contr. 19 (1974) 716; G. Schwarz, Ann. Stat. 6 (1978) 461; both for normal errors of
/// one unknown width, without the constant that all laws share.
/// </remarks>
public sealed record FitQuality(
    int FreeParameters, double RmseSiemens, double RmseOfWindow, double R2, double Aic, double Bic)
{
    // Residuals below a millionth of the sweep are rounding of the file: no reason to prefer one law over another.
    private const double Resolution = 1e-6;

    /// <summary>Judges a curve.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="squares">Squares left over all rows, S^2.</param>
    /// <param name="window">Width of the fitted window, siemens.</param>
    /// <param name="freeParameters">Free numbers of the law.</param>
    /// <param name="independence">Share of the rows that are worth as much as independent ones.</param>
    internal static FitQuality Of(Sweep sweep, double squares, double window, int freeParameters, double independence)
    {
        var mean = squares / sweep.Rows;
        var rows = sweep.Rows * independence;
        var fit = rows * Math.Log(Math.Max(mean / (sweep.Height * sweep.Height), Resolution * Resolution));
        var rmse = Math.Sqrt(mean);
        return new FitQuality(
            freeParameters, rmse, rmse / window, 1 - squares / sweep.TotalSquares,
            fit + 2 * freeParameters, fit + freeParameters * Math.Log(rows));
    }
}
