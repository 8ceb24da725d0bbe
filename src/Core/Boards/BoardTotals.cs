namespace CrossbarSim.Core.Boards;

/// <summary>Pulses that a board has fired since it was switched on.</summary>
/// <param name="Up">Potentiation pulses.</param>
/// <param name="Down">Depression pulses.</param>
public readonly record struct BoardTotals(long Up, long Down)
{
    /// <summary>As it is printed: <c>+12 -3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"+{Up} -{Down}");
}
