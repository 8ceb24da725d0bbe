using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>A device whose window is given by its two ends.</summary>
public abstract record WindowedDeviceOptions : DeviceOptions, IChecked
{
    /// <summary>Lowest conductance, siemens.</summary>
    [Description("Lowest conductance of the window.")]
    [Quantity("S"), Range(0, 10e-3)]
    public required double Gmin { get; init; }

    /// <summary>Highest conductance, siemens.</summary>
    [Description("Highest conductance of the window; above gmin.")]
    [Quantity("S"), Range(1e-12, 10e-3)]
    public required double Gmax { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ConductanceWindow MemristorWindow => new(Gmin, Gmax);

    /// <inheritdoc/>
    public IEnumerable<Problem> Check() => WithWarnings(Errors());

    /// <summary>Yields what makes the device impossible.</summary>
    protected virtual IEnumerable<Problem> Errors() => DeviceErrors();
}
