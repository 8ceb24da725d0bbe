using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CsvHelper;

namespace CrossbarSim.Experiments.Curves;

/// <summary>Conductance curves of devices as a table.</summary>
public static class ConductanceCurves
{
    /// <summary>Name of the rising branch in the table.</summary>
    public const string Potentiation = "potentiation";

    /// <summary>Name of the falling branch in the table.</summary>
    public const string Depression = "depression";

    /// <summary>How tables of curves are written.</summary>
    internal static readonly CsvWriterOptions Style = new() { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
    private static readonly string[] Columns = ["device", "branch", "pulse", "position", "conductance_siemens", "weight"];

    /// <summary>
    /// Computes both branches of a device: pulses 0 .. N from gmin up, then 0 .. N of the falling branch from gmax down, or
    /// the one pulse that resets it.
    /// </summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="mapping">How conductances become weights.</param>
    public static IEnumerable<CurvePoint> Of(DeviceOptions device, MappingOptions mapping)
    {
        var weights = new WeightMapping(device, mapping);
        var (up, down) = (weights.Law.Potentiation, weights.Law.Depression);
        for (var n = 0; n <= up.Pulses; n++) yield return Point(weights, Potentiation, n, up, n);
        var (falling, step) = device.Direction == DeviceDirection.Potentiation ? (1, down.Pulses) : (down.Pulses, 1);
        for (var n = 0; n <= falling; n++) yield return Point(weights, Depression, n, down, down.Pulses - n * step);
    }

    /// <summary>Writes curves.csv.</summary>
    /// <param name="points">The rows.</param>
    /// <param name="writer">Where to; line ends are LF on every system.</param>
    public static void Write(IEnumerable<CurvePoint> points, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, Style, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var point in points)
        {
            Write(csv, point);
            csv.EndRecord();
        }
    }

    /// <summary>Writes curves.csv of pulses that differ; amplitude and width are empty before the first of a direction.</summary>
    /// <param name="points">The rows.</param>
    /// <param name="writer">Where to; line ends are LF on every system.</param>
    public static void Write(IEnumerable<RampPoint> points, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, Style, leaveOpen: true);
        csv.WriteHeader([.. Columns, "amplitude_volts", "width_seconds"]);
        foreach (var (point, pulse) in points)
        {
            Write(csv, point);
            csv.WriteField(pulse?.Volts);
            csv.WriteField(pulse?.Seconds);
            csv.EndRecord();
        }
    }

    private static void Write(CsvWriter csv, CurvePoint point)
    {
        csv.WriteField(point.Device);
        csv.WriteField(point.Branch);
        csv.WriteField(point.Pulse);
        csv.WriteField(point.Position);
        csv.WriteField(point.ConductanceSiemens);
        csv.WriteField(point.Weight);
    }

    private static CurvePoint Point(WeightMapping weights, string name, int fired, LawBranch branch, int position)
    {
        var fraction = branch.Fraction(position);
        return new CurvePoint(weights.Device.Name, name, fired, (double)position / branch.Pulses,
            weights.Device.Window.Conductance(fraction), weights.Weight(fraction));
    }
}
