namespace CrossbarSim.Core.Boards;

/// <summary>A rectangle of cells.</summary>
/// <param name="Row">First word line, from 0.</param>
/// <param name="Column">First bit line, from 0.</param>
/// <param name="Rows">Word lines, at least 1.</param>
/// <param name="Columns">Bit lines, at least 1.</param>
public readonly record struct CellBlock(int Row, int Column, int Rows, int Columns)
{
    /// <summary>Number of cells.</summary>
    public int Count => Rows * Columns;

    /// <summary>One of the cells.</summary>
    /// <param name="index">Its place, row by row, from 0.</param>
    public Cell this[int index] => new(Row + index / Columns, Column + index % Columns);

    /// <summary>Whether the whole block lies in an array.</summary>
    /// <param name="rows">Word lines of the array.</param>
    /// <param name="columns">Bit lines of the array.</param>
    public bool IsWithin(int rows, int columns) => Row >= 0 && Column >= 0 && Rows >= 1 && Columns >= 1
        && (long)Row + Rows <= rows && (long)Column + Columns <= columns;

    /// <summary>The same cells in blocks of at most so many rows and columns, row by row.</summary>
    /// <param name="rows">Most rows of a part.</param>
    /// <param name="columns">Most columns of a part.</param>
    public IEnumerable<CellBlock> Split(int rows, int columns)
    {
        for (var row = 0; row < Rows; row += rows)
            for (var column = 0; column < Columns; column += columns)
                yield return new(Row + row, Column + column, Math.Min(rows, Rows - row), Math.Min(columns, Columns - column));
    }
}
