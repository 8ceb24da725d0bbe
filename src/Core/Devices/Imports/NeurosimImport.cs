using System.Globalization;
using System.Text.RegularExpressions;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>A device from the parameters of a memory cell of MLP+NeuroSim V3.0, by their names in its source.</summary>
/// <remarks>docs/devices.md says how each number follows.</remarks>
public sealed partial class NeurosimImport
{
    private const string Simulator = "P.-Y. Chen, X. Peng, S. Yu: NeuroSim: a circuit-level macro model for benchmarking "
        + "neuro-inspired architectures in online learning. IEEE Trans. CAD 37 (2018) 3067.";

    private static readonly string[] Signature =
        ["maxNumLevelLTP", "maxNumLevelLTD", "NL_LTP", "NL_LTD", "paramALTP", "paramALTD", "maxConductance", "Ron"];

    // Kept as words: how far another pulse moves a device is not among the parameters.
    private static readonly string[] Words = ["writeVoltageLTP", "writePulseWidthLTP", "writeVoltageLTD", "writePulseWidthLTD"];

    private readonly ForeignParameters _fields;
    private readonly ConductanceWindow _window;

    private NeurosimImport(ForeignParameters fields) => (_fields, _window) = (fields, Window(fields));

    /// <summary>Whether fields are those of a NeuroSim cell.</summary>
    /// <param name="fields">The fields.</param>
    public static bool Fits(ForeignParameters fields) => Signature.Any(fields.Has);

    /// <summary>Reads a device.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="file">Where the fields are from, for its source.</param>
    /// <exception cref="ConfigurationException">A field is missing or wrong.</exception>
    public static ImportedDevice Read(ForeignParameters fields, string name, string file)
    {
        var import = new NeurosimImport(fields);
        var device = new NeurosimDeviceOptions
        {
            Name = name,
            Gmin = import._window.Gmin,
            Gmax = import._window.Gmax,
            Potentiation = import.Branch("LTP"),
            Depression = import.Branch("LTD"),
            SeriesResistance = import.Access(),
        };
        fields.ThrowIfWrong();
        var varied = import.Varied(device);
        fields.ThrowIfWrong();
        return new ImportedDevice(varied with { Source = import.Source(file) }, fields.Notes);
    }

    private static ConductanceWindow Window(ForeignParameters fields)
    {
        var ohms = fields.Number("Ron");
        var high = fields.Number("maxConductance") ?? 1 / ohms;
        if (high is null) fields.Missing("maxConductance", "give it in siemens, or Ron in ohm");
        var low = fields.Number("minConductance") ?? high / fields.Number("onOffRatio") ?? 1 / fields.Number("Roff");
        if (low is null) fields.Missing("minConductance", "give it in siemens, or onOffRatio, or Roff in ohm");
        return new ConductanceWindow(low ?? double.NaN, high ?? double.NaN);
    }

    private NeurosimBranchOptions Branch(string polarity)
    {
        var levels = _fields.Required($"maxNumLevel{polarity}");
        if (!double.IsNaN(levels) && (levels is < 1 or > DeviceOptions.MostPulses || levels != Math.Floor(levels)))
            _fields.Wrong($"maxNumLevel{polarity}", $"is not a whole number from 1 to {DeviceOptions.MostPulses}");
        var (label, constant) = ($"NL_{polarity}", $"paramA{polarity}");
        if (_fields.Has(label))
        {
            if (_fields.Has(constant)) _fields.Note(constant, $"follows from {label}");
            return new NeurosimBranchOptions { Pulses = (int)levels, Nonlinearity = _fields.Number(label) };
        }

        if (!_fields.Has(constant)) _fields.Missing(label, $"give it, or {constant}");
        return new NeurosimBranchOptions { Pulses = (int)levels, APulses = _fields.Number(constant) };
    }

    // The resistance of the cell's transistor.
    private double Access()
    {
        var ohms = _fields.Number("resistanceAccess") ?? 0;
        return _fields.Truth("cmosAccess") == false ? 0 : ohms;
    }

    private DeviceOptions Varied(NeurosimDeviceOptions device)
    {
        var spread = new ImportedSpread(_fields);
        var noise = spread.Noise("sigmaCtoC", OfWindow("sigmaCtoC"), NoiseReference.Window);
        DeviceOptions varied = noise is null ? device : device with { Variation = new VariationOptions { C2c = noise } };
        var label = ImportedSpread.Of(LabelSpread(device));
        varied = spread.With(varied, "sigmaDtoD", before => before with { Nonlinearity = label });
        var (low, high) = (Absolute("minConductanceVar"), Absolute("maxConductanceVar"));
        return _fields.Truth("conductanceRangeVar") == false
            ? varied
            : spread.WithWindows(varied, "minConductanceVar, maxConductanceVar", low, high);
    }

    // The program has siemens, written as a share times the window; the table of its manual has the share.
    private double OfWindow(string name)
    {
        var width = _window.Gmax - _window.Gmin;
        if (_fields.Text(name) is not { } text) return 0;
        if (ShareOfWindow().Match(text) is { Success: true } match)
            return double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var sigma = _fields.Number(name) ?? 0;
        return sigma < width ? sigma / width : sigma;
    }

    private SpreadOptions? Absolute(string name) => _fields.Number(name) is not (> 0 and var siemens) ? null : new SpreadOptions
    {
        Sigma = new RatioOrConductance(siemens, IsConductance: true),
        Of = SpreadReference.Absolute,
    };

    // There it is added to the label of each direction, here it multiplies both.
    private double LabelSpread(NeurosimDeviceOptions device)
    {
        if (_fields.Number("sigmaDtoD") is not (> 0 and var sigma)) return 0;
        if (device is not { Potentiation.Nonlinearity: { } up, Depression.Nonlinearity: { } down })
        {
            _fields.Note("sigmaDtoD", "is a spread of labels, which are not given");
            return 0;
        }

        if (Math.Abs(up) != Math.Abs(down))
            _fields.Note("sigmaDtoD", "is added to each label there; here it is a share of their mean size, for both");
        return up == 0 && down == 0 ? 0 : 2 * sigma / (Math.Abs(up) + Math.Abs(down));
    }

    private SourceOptions Source(string file)
    {
        var pulses = Words.Where(_fields.Has).Select(name => $"{name} {_fields.Text(name)}").ToList();
        foreach (var field in _fields.Left.ToList()) _fields.Note(field, "is not a property of a device here");
        return new SourceOptions
        {
            Citation = Simulator,
            Doi = "10.1109/TCAD.2018.2789723",
            Figure = $"Parameters of a cell of MLP+NeuroSim, imported from {file}.",
            Fit = $"How well they fit is not among them.{(pulses.Count == 0 ? "" : $" Pulses: {string.Join(", ", pulses)}.")}"
                + ForeignSource.LeftOut(_fields.Notes),
        };
    }

    [GeneratedRegex(@"^([0-9.eE+-]+)\s*\*\s*\(\s*maxConductance\s*-\s*minConductance\s*\)$")]
    private static partial Regex ShareOfWindow();
}
