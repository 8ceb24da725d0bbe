using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices;

/// <summary>A kind of memristor: its conductance window, how many pulses cross it, and its law.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "law")]
[JsonDerivedType(typeof(LinearDeviceOptions), "linear")]
[JsonDerivedType(typeof(ExponentialDeviceOptions), "exponential")]
[JsonDerivedType(typeof(TableDeviceOptions), "table")]
public abstract record DeviceOptions
{
    /// <summary>The largest N: a counter fits a 16-bit integer on every board.</summary>
    public const int MostPulses = 30_000;

    /// <summary>Name, used for folders, legends and tables.</summary>
    [Description("Name, used for folders, legends and tables.")]
    public string Name { get; init; } = "device";

    /// <summary>Where the numbers come from.</summary>
    [Description("Where the numbers come from.")]
    public SourceOptions? Source { get; init; }

    /// <summary>N: pulses from one end of the window to the other, 1 .. 30,000. States are N + 1.</summary>
    [Description("N: pulses from gmin to gmax; the device has N + 1 states.")]
    [Range(1, MostPulses)]
    public int Pulses { get; init; } = 100;

    /// <summary>Conductance window in siemens.</summary>
    [JsonIgnore]
    public abstract ConductanceWindow Window { get; }

    /// <summary>Creates the curve u(p) that both directions follow.</summary>
    public abstract IConductanceCurve CreateCurve();

    /// <summary>Normalised conductance of every state.</summary>
    /// <returns>u for P = 0 .. N: N + 1 values from 0 to 1.</returns>
    public double[] Fractions()
    {
        var curve = CreateCurve();
        return [.. Enumerable.Range(0, Pulses + 1).Select(p => curve.Fraction((double)p / Pulses))];
    }
}
