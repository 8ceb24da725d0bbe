namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// The cells of a heat map: one a device, every one the same whole number of pixels, so that nothing is
/// resampled. Of arrays with more lines than pixels, blocks of devices are averaged.
/// </summary>
/// <remarks>The longer side lies horizontally: arrays of networks are mostly far taller than a page.</remarks>
internal sealed class MapGrid
{
    private const int MostWidth = 960;
    private const int MostHeight = 640;
    private const int LeastSide = 230;
    private const int LargestCell = 60;

    private readonly ConductanceMap _map;

    /// <summary>Lays the cells out.</summary>
    /// <param name="map">The array.</param>
    /// <param name="panels">Panels above each other.</param>
    public MapGrid(ConductanceMap map, int panels)
    {
        _map = map;
        WordLinesAcross = map.Rows > map.Columns;
        (LinesX, LinesY) = WordLinesAcross ? (map.Rows, map.Columns) : (map.Columns, map.Rows);
        var mostHeight = MostHeight / panels;
        (BlockX, BlockY) = (Ceiling(LinesX, MostWidth), Ceiling(LinesY, mostHeight));
        (CellsX, CellsY) = (Ceiling(LinesX, BlockX), Ceiling(LinesY, BlockY));
        var square = Math.Min(LargestCell, Math.Min(MostWidth / CellsX, mostHeight / CellsY));

        // Thin strips are widened: their cells are no longer square, but can be seen.
        Width = CellsX * Math.Max(square, Ceiling(LeastSide, CellsX));
        Height = CellsY * Math.Max(square, Math.Min(mostHeight / CellsY, Ceiling(LeastSide, CellsY)));
        Width = Math.Max(Width, CellsX * Math.Min(MostWidth / CellsX, Ceiling(Height, CellsX)));
    }

    /// <summary>Whether word lines count along the horizontal axis.</summary>
    public bool WordLinesAcross { get; }

    /// <summary>Lines counted along the horizontal axis.</summary>
    public int LinesX { get; }

    /// <summary>Lines counted along the vertical axis.</summary>
    public int LinesY { get; }

    /// <summary>Lines averaged into one cell horizontally.</summary>
    public int BlockX { get; }

    /// <summary>Lines averaged into one cell vertically.</summary>
    public int BlockY { get; }

    /// <summary>Cells across.</summary>
    public int CellsX { get; }

    /// <summary>Cells down.</summary>
    public int CellsY { get; }

    /// <summary>Width of all cells, pixels.</summary>
    public int Width { get; }

    /// <summary>Height of all cells, pixels.</summary>
    public int Height { get; }

    /// <summary>Mean conductance of every cell.</summary>
    /// <param name="device">0: the only or plus device of a weight; 1: the minus device.</param>
    /// <param name="factor">What a conductance in siemens is multiplied with.</param>
    /// <returns>[CellsY x CellsX], first line on top; NaN where a cell has no finite value.</returns>
    public double[,] Cells(int device, double factor = 1)
    {
        var cells = new double[CellsY, CellsX];
        for (var y = 0; y < CellsY; y++)
            for (var x = 0; x < CellsX; x++)
                cells[y, x] = factor * Mean(x, y, device);
        return cells;
    }

    private double Mean(int cellX, int cellY, int device)
    {
        var (sum, count) = (0.0, 0);
        for (var y = cellY * BlockY; y < Math.Min(LinesY, (cellY + 1) * BlockY); y++)
        {
            for (var x = cellX * BlockX; x < Math.Min(LinesX, (cellX + 1) * BlockX); x++)
            {
                var g = Conductance(x, y, device);
                if (double.IsFinite(g)) (sum, count) = (sum + g, count + 1);
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;

    private double Conductance(int x, int y, int device)
    {
        var (row, column) = WordLinesAcross ? (x, y) : (y, x);
        var weight = row * _map.Columns + column;
        return _map.Conductances[_map.IsDifferential ? 2 * weight + device : weight];
    }
}
