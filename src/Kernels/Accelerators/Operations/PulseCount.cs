namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Pulses of one call, of one device, one weight or many.</summary>
/// <param name="Potentiation">Fired upward.</param>
/// <param name="Depression">Fired downward.</param>
/// <param name="Refused">Requested but not fired.</param>
internal readonly record struct PulseCount(int Potentiation, int Depression, int Refused)
{
    /// <summary>Whether any pulse was fired.</summary>
    public bool Fired => Potentiation + Depression > 0;

    public static PulseCount operator +(PulseCount left, PulseCount right) =>
        new(left.Potentiation + right.Potentiation, left.Depression + right.Depression, left.Refused + right.Refused);
}
