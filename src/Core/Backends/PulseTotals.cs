namespace CrossbarSim.Core.Backends;

/// <summary>Pulses of many devices; requested = potentiation + depression + refused.</summary>
/// <param name="Potentiation">Pulses fired upward.</param>
/// <param name="Depression">Pulses fired downward.</param>
/// <param name="Refused">Pulses requested but not fired.</param>
public readonly record struct PulseTotals(long Potentiation, long Depression, long Refused)
{
    /// <summary>Pulses that the rule asked for.</summary>
    public long Requested => Potentiation + Depression + Refused;

    /// <summary>The sum of two accounts.</summary>
    /// <param name="left">One account.</param>
    /// <param name="right">The other.</param>
    public static PulseTotals operator +(PulseTotals left, PulseTotals right) =>
        new(left.Potentiation + right.Potentiation, left.Depression + right.Depression, left.Refused + right.Refused);

    /// <summary>What was fired since an earlier account.</summary>
    /// <param name="left">The later account.</param>
    /// <param name="right">The earlier account.</param>
    public static PulseTotals operator -(PulseTotals left, PulseTotals right) =>
        new(left.Potentiation - right.Potentiation, left.Depression - right.Depression, left.Refused - right.Refused);

    /// <inheritdoc cref="op_Addition"/>
    public static PulseTotals Add(PulseTotals left, PulseTotals right) => left + right;

    /// <inheritdoc cref="op_Subtraction"/>
    public static PulseTotals Subtract(PulseTotals left, PulseTotals right) => left - right;
}
