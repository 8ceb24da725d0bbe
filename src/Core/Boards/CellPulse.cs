namespace CrossbarSim.Core.Boards;

/// <summary>Pulses for one cell.</summary>
/// <param name="Row">Word line, from 0.</param>
/// <param name="Column">Bit line, from 0.</param>
/// <param name="Count">How many: above 0 potentiation, below 0 depression; not 0.</param>
public readonly record struct CellPulse(int Row, int Column, int Count)
{
    /// <summary>The cell.</summary>
    public Cell Cell => new(Row, Column);

    /// <summary>The same as it is typed: <c>3,5:+2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Row},{Column}:{Count:+0;-0;0}");
}
