using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices;

/// <summary>Which pulses a device takes in small steps.</summary>
public enum DeviceDirection
{
    /// <summary>Rising and falling ones.</summary>
    Both,

    /// <summary>Rising ones only, as phase-change memory: a falling pulse resets it to gmin.</summary>
    Potentiation,
}

/// <summary>A kind of memristor: its conductance window, how many pulses cross it, its law and its variation.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "law")]
[JsonDerivedType(typeof(LinearDeviceOptions), "linear")]
[JsonDerivedType(typeof(ExponentialDeviceOptions), "exponential")]
[JsonDerivedType(typeof(TableDeviceOptions), "table")]
[JsonDerivedType(typeof(NeurosimDeviceOptions), "neurosim")]
[JsonDerivedType(typeof(ConstantStepDeviceOptions), "constant-step")]
[JsonDerivedType(typeof(LinearStepDeviceOptions), "linear-step")]
[JsonDerivedType(typeof(SoftBoundsDeviceOptions), "soft-bounds")]
[JsonDerivedType(typeof(ExpStepDeviceOptions), "exp-step")]
[JsonDerivedType(typeof(PowStepDeviceOptions), "pow-step")]
[JsonDerivedType(typeof(PiecewiseDeviceOptions), "piecewise")]
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
    [Description("N: pulses from gmin to gmax; the device has N + 1 states. An asymptotic law may end before.")]
    [Range(1, MostPulses)]
    public int Pulses { get; init; } = 100;

    /// <summary>Which pulses move the device in small steps.</summary>
    [Description("both: pulses move the device up and down; potentiation: up only, and a falling pulse resets it to gmin, which "
        + "needs mapping: { kind: differential, pair: one }.")]
    public DeviceDirection Direction { get; init; } = DeviceDirection.Both;

    /// <summary>How devices, and pulses, differ from the nominal law; absent: not at all.</summary>
    [Description("How devices, and pulses, differ from the nominal law; not at all where absent.")]
    public VariationOptions? Variation { get; init; }

    /// <summary>How amplitude and width of a pulse scale its step; absent: every pulse is a nominal one.</summary>
    [Description("How the amplitude and the width of a pulse scale how far it moves; where absent, all are nominal.")]
    public VoltageOptions? Voltage { get; init; }

    /// <summary>Resistance in series with the memristor, ohm; 0: none. The array sees both together.</summary>
    [Description("Resistance in series with the memristor. Its law and window are those of the memristor alone; the array sees "
        + "G/(1 + G R), and noise and spread are of that window.")]
    [Quantity("Ohm"), Range(0, 1e9)]
    public double SeriesResistance { get; init; }

    /// <summary>Conductance window in siemens, as the array sees it: behind <see cref="SeriesResistance"/>.</summary>
    [JsonIgnore]
    public ConductanceWindow Window => SeriesResistance == 0
        ? MemristorWindow
        : new(SeriesCurve.Behind(SeriesResistance, MemristorWindow.Gmin),
            SeriesCurve.Behind(SeriesResistance, MemristorWindow.Gmax));

    /// <summary>Conductance window of the memristor alone, siemens.</summary>
    [JsonIgnore]
    public abstract ConductanceWindow MemristorWindow { get; }

    /// <summary>Key of the one shape parameter of the law that can differ from device to device, if any.</summary>
    [JsonIgnore]
    public virtual string? ShapeKey => null;

    /// <summary>Nominal step of rising pulses, a share of the window, where the law has one; else NaN.</summary>
    [JsonIgnore]
    public virtual double StepValue => double.NaN;

    /// <summary>Nominal value of the parameter <see cref="ShapeKey"/> of a direction; NaN where there is none.</summary>
    /// <param name="depression">Whether the falling direction is meant.</param>
    public virtual double ShapeValue(bool depression) => double.NaN;

    /// <summary>Nominal value of a parameter that can spread; NaN where the law has none.</summary>
    /// <param name="key">Key of <see cref="DeviceSpreadOptions"/>.</param>
    public double NominalOf(string key) => key switch
    {
        "gmin" => Window.Gmin,
        "gmax" => Window.Gmax,
        "gain" => 1,
        "step" => StepValue,
        _ => key == ShapeKey ? ShapeValue(depression: false) : double.NaN,
    };

    /// <summary>
    /// Creates the law of a device as the array sees it. Whatever its shape, each branch has the N of the nominal one, so
    /// that positions of all devices of an array mean the same.
    /// </summary>
    /// <param name="potentiationShape">Factor on the shape parameter of the rising branch, above 0; 1 is nominal.</param>
    /// <param name="depressionShape">The same for the falling branch; of a one-curve law, not used.</param>
    public ConductanceLaw CreateLaw(double potentiationShape = 1, double depressionShape = 1)
    {
        var law = CreateMemristorLaw(potentiationShape, depressionShape);
        return SeriesResistance == 0 ? law : law.WithCurves(BehindResistance);
    }

    /// <summary>
    /// The branches of devices that differ in shape, as <see cref="CreateLaw"/> has them: what they share is computed once.
    /// </summary>
    /// <param name="depression">Whether falling branches are meant.</param>
    /// <returns>From the factor on the shape parameter, above 0, to the branch.</returns>
    public Func<double, LawBranch> ShapedBranches(bool depression)
    {
        var memristor = MemristorBranches(depression);
        if (SeriesResistance == 0) return memristor;
        return shape =>
        {
            var branch = memristor(shape);
            return branch with { Curve = BehindResistance(branch.Curve) };
        };
    }

    /// <summary>Branches of the memristor alone.</summary>
    /// <param name="depression">As of <see cref="ShapedBranches"/>.</param>
    protected virtual Func<double, LawBranch> MemristorBranches(bool depression) => shape =>
        CreateMemristorLaw(depression ? 1 : shape, depression ? shape : 1).Branch(depression);

    /// <summary>Creates the law of the memristor alone.</summary>
    /// <param name="potentiationShape">As of <see cref="CreateLaw"/>.</param>
    /// <param name="depressionShape">As of <see cref="CreateLaw"/>.</param>
    protected abstract ConductanceLaw CreateMemristorLaw(double potentiationShape, double depressionShape);

    /// <summary>Normalised conductance of every state of the potentiation branch.</summary>
    /// <returns>u for P = 0 .. N: N + 1 values from 0 to 1.</returns>
    public double[] Fractions() => CreateLaw().Potentiation.Fractions();

    /// <summary>What makes a device of any law impossible.</summary>
    private protected IEnumerable<Problem> DeviceErrors()
    {
        if (MemristorWindow.Gmax <= MemristorWindow.Gmin)
            yield return new Problem("CBS0201", "gmax", $"{Quantity.Format(MemristorWindow.Gmax, "S")} is not above gmin "
                + $"({Quantity.Format(MemristorWindow.Gmin, "S")})");
        foreach (var problem in VariationChecks.Check(this)) yield return problem;
    }

    /// <summary>The errors of a device, then what is hardly meant.</summary>
    /// <param name="errors">Its errors.</param>
    private protected IEnumerable<Problem> WithWarnings(IEnumerable<Problem> errors)
    {
        foreach (var problem in VariationWarnings.After(this, errors)) yield return problem;
        if (SeriesResistance * MemristorWindow.Gmax > SeriesCurve.Comparable)
            yield return new Problem("CBS0228", "series_resistance", FormattableString.Invariant(
                $"{Quantity.Format(SeriesResistance, "Ohm")} is comparable to 1/gmax: the array sees gmax ")
                + FormattableString.Invariant($"{100 * (1 - Window.Gmax / MemristorWindow.Gmax):F0} % lower"), Severity.Warning);
    }

    private SeriesCurve BehindResistance(IConductanceCurve memristor) => new(memristor, SeriesResistance, MemristorWindow);

    /// <summary>N of a direction.</summary>
    /// <param name="branch">What the direction says for itself.</param>
    protected int PulsesOf(BranchOptions? branch) => branch?.Pulses ?? Pulses;
}
