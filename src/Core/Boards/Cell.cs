namespace CrossbarSim.Core.Boards;

/// <summary>One cell of an array.</summary>
/// <param name="Row">Word line, from 0.</param>
/// <param name="Column">Bit line, from 0.</param>
public readonly record struct Cell(int Row, int Column)
{
    /// <summary>Row and column as they are typed: <c>3,5</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Row},{Column}");
}
