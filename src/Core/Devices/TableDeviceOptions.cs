using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices;

/// <summary>Measured points of a conductance curve.</summary>
public sealed record TablePoints : IChecked
{
    /// <summary>Pulse numbers, strictly increasing; the first is one end of the window, the last the other.</summary>
    [Description("Pulse numbers, strictly increasing, at least two; the first is one end of the window, the last the other.")]
    [Length(2, 100_000)]
    public required IReadOnlyList<double> Pulse { get; init; }

    /// <summary>Conductance at each pulse number, siemens, strictly increasing.</summary>
    [Description("Conductance at each pulse number, strictly increasing.")]
    [Quantity("S"), Range(0, 10e-3), Length(2, 100_000)]
    public required IReadOnlyList<double> Conductance { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Pulse.Count != Conductance.Count)
            yield return new Problem("CBS0204", "conductance",
                $"{Conductance.Count} values for {Pulse.Count} pulse numbers: give one for each");
        foreach (var problem in Rising("pulse", Pulse).Concat(Rising("conductance", Conductance)))
            yield return problem;
    }

    private static IEnumerable<Problem> Rising(string key, IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i]))
                yield return new Problem("CBS0205", $"{key}.{i}", "is not a finite number");
            else if (i > 0 && values[i] <= values[i - 1])
                yield return new Problem("CBS0205", $"{key}.{i}", "is not above the value before it");
    }
}

/// <summary>
/// Law <c>table</c>: a measured curve, interpolated monotonically. The shape is the table's; the window is
/// the table's ends unless <c>gmin</c> and <c>gmax</c> say otherwise. With an N of its own for each direction it is a
/// two-branch law, else G is a function of P alone.
/// </summary>
public sealed record TableDeviceOptions : DeviceOptions, IChecked
{
    /// <summary>Lowest conductance, siemens; the first point's where absent.</summary>
    [Description("Lowest conductance of the window; that of the first point where absent.")]
    [Quantity("S"), Range(0, 10e-3)]
    public double? Gmin { get; init; }

    /// <summary>Highest conductance, siemens; the last point's where absent.</summary>
    [Description("Highest conductance of the window; that of the last point where absent.")]
    [Quantity("S"), Range(1e-12, 10e-3)]
    public double? Gmax { get; init; }

    /// <summary>The measured points.</summary>
    [Description("The measured points.")]
    public required TablePoints Table { get; init; }

    /// <summary>The rising direction, where its N differs.</summary>
    [Description("The rising direction, where it has pulses of its own.")]
    public BranchOptions? Potentiation { get; init; }

    /// <summary>The falling direction, where its N differs.</summary>
    [Description("The falling direction, where it has pulses of its own.")]
    public BranchOptions? Depression { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override ConductanceWindow MemristorWindow => new(Gmin ?? Table.Conductance[0], Gmax ?? Table.Conductance[^1]);

    /// <inheritdoc/>
    protected override ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape) =>
        ConductanceLaw.OfCurve(
            new TableCurve(Table.Pulse, Table.Conductance), PulsesOf(Potentiation), PulsesOf(Depression));

    /// <inheritdoc/>
    public IEnumerable<Problem> Check() => WithWarnings(DeviceErrors());
}
