using System.ComponentModel;

namespace CrossbarSim.Core.Devices;

/// <summary>
/// Law <c>linear</c>: every pulse moves the conductance by (Gmax - Gmin)/N. With an N of its own for each direction it is
/// a two-branch law, else G is a function of P alone.
/// </summary>
public sealed record LinearDeviceOptions : WindowedDeviceOptions
{
    /// <summary>The rising direction, where its N differs.</summary>
    [Description("The rising direction, where it has pulses of its own.")]
    public BranchOptions? Potentiation { get; init; }

    /// <summary>The falling direction, where its N differs.</summary>
    [Description("The falling direction, where it has pulses of its own.")]
    public BranchOptions? Depression { get; init; }

    /// <inheritdoc/>
    protected override ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape) =>
        ConductanceLaw.OfCurve(new LinearCurve(), PulsesOf(Potentiation), PulsesOf(Depression));
}
