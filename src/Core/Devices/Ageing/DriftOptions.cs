using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Core.Devices.Ageing;

/// <summary>
/// Drift of phase-change memory: G(t) = G(t0) (t/t0)^-nu for t above t0, else G(t0); t counts from the last programming.
/// Each device has its own exponent, nu + sigma xi with xi standard normal, and 0 where that is negative.
/// </summary>
/// <remarks>
/// M. Le Gallo, A. Sebastian: An overview of phase-change memory device physics. J. Phys. D 53 (2020) 213002,
/// doi:10.1088/1361-6463/ab7794; S. R. Nandakumar et al.: A phase-change memory model for neuromorphic computing. J. Appl.
/// Phys. 124 (2018) 152135, doi:10.1063/1.5042408. What differs: nu does not depend on the state.
/// </remarks>
public sealed record DriftOptions
{
    /// <summary>Mean exponent over the devices, 0 .. 1.</summary>
    [Description("Exponent of G(t) = G(t0) (t/t0)^-nu, mean over the devices.")]
    [Range(0.0, 1.0)]
    public required double Nu { get; init; }

    /// <summary>Standard deviation of the exponent over the devices, absolute; a negative draw counts as 0.</summary>
    [Description("Standard deviation of nu from device to device, absolute: nu + sigma xi, and 0 where that is negative.")]
    [Range(0.0, 1.0)]
    public double Sigma { get; init; }

    /// <summary>Time after programming from which the power law holds, seconds; before it nothing drifts.</summary>
    [Description("Time after programming from which the power law holds; before it nothing drifts.")]
    [Quantity("s"), Range(1e-9, 1e6)]
    public double T0 { get; init; } = 20;
}
