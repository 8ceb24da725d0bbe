using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Core.Devices.Ageing;

/// <summary>Where a device that loses its state goes.</summary>
public enum RestState
{
    /// <summary>The low end of its window.</summary>
    Gmin,

    /// <summary>The middle of its window.</summary>
    Middle,

    /// <summary>The high end of its window.</summary>
    Gmax,
}

/// <summary>
/// Loss of state: u(t) = rest + (u(0) - rest) exp(-(t/tau)^beta), t from the last programming. Each device has its own
/// time, tau exp(sigma xi) with xi standard normal.
/// </summary>
/// <remarks>
/// beta below 1 is the stretched exponential of disordered matter: D. Ielmini, Semicond. Sci. Technol. 31 (2016) 063002,
/// doi:10.1088/0268-1242/31/6/063002, reviews the retention of resistive memories.
/// </remarks>
public sealed record RetentionOptions
{
    /// <summary>Median time constant over the devices, seconds.</summary>
    [Description("Time in which a device of the median loses all but 1/e of its distance to the state of rest.")]
    [Quantity("s"), Range(1e-6, 1e15)]
    public required double Tau { get; init; }

    /// <summary>Standard deviation of ln tau over the devices.</summary>
    [Description("Standard deviation of ln tau from device to device: tau exp(sigma xi).")]
    [Range(0.0, 5.0)]
    public double Sigma { get; init; }

    /// <summary>Exponent of the stretched exponential; 1: a plain exponential.</summary>
    [Description("Exponent of the stretched exponential exp(-(t/tau)^beta); 1 is a plain one.")]
    [Range(0.1, 1.0)]
    public double Beta { get; init; } = 1;

    /// <summary>The state of rest, in the device's own window.</summary>
    [Description("State of rest, in the device's own window: gmin, the middle, or gmax.")]
    public RestState Toward { get; init; } = RestState.Gmin;

    /// <summary>Normalised conductance of the state of rest.</summary>
    internal double Rest => Toward switch
    {
        RestState.Gmin => 0,
        RestState.Middle => 0.5,
        _ => 1,
    };
}
