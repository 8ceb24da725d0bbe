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

    /// <summary>
    /// Computes both branches of a device: pulses 0 .. N from gmin up, then 0 .. N of the falling branch from gmax down.
    /// </summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="mapping">How conductances become weights.</param>
    public static IEnumerable<CurvePoint> Of(DeviceOptions device, MappingOptions mapping)
    {
        var weights = new WeightMapping(device, mapping);
        var (up, down) = (weights.Law.Potentiation, weights.Law.Depression);
        for (var n = 0; n <= up.Pulses; n++) yield return Point(weights, Potentiation, n, up, n);
        for (var n = 0; n <= down.Pulses; n++) yield return Point(weights, Depression, n, down, down.Pulses - n);
    }

    /// <summary>Writes curves.csv.</summary>
    /// <param name="points">The rows.</param>
    /// <param name="writer">Where to; line ends are LF on every system.</param>
    public static void Write(IEnumerable<CurvePoint> points, TextWriter writer)
    {
        var options = new CsvWriterOptions { NewLine = "\n", FormatProvider = CultureInfo.InvariantCulture };
        using var csv = CsvWriter.Create(writer, options, leaveOpen: true);
        csv.WriteHeader("device", "branch", "pulse", "position", "conductance_siemens", "weight");
        foreach (var point in points)
        {
            csv.WriteField(point.Device);
            csv.WriteField(point.Branch);
            csv.WriteField(point.Pulse);
            csv.WriteField(point.Position);
            csv.WriteField(point.ConductanceSiemens);
            csv.WriteField(point.Weight);
            csv.EndRecord();
        }
    }

    private static CurvePoint Point(WeightMapping weights, string name, int fired, LawBranch branch, int position)
    {
        var fraction = branch.Fraction(position);
        return new CurvePoint(weights.Device.Name, name, fired, (double)position / branch.Pulses,
            weights.Device.Window.Conductance(fraction), weights.Weight(fraction));
    }
}
