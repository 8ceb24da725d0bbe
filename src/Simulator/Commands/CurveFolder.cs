using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Curves;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Conductance curves as files.</summary>
internal static class CurveFolder
{
    /// <summary>Every point of the curves of devices, of both branches.</summary>
    /// <param name="devices">The devices.</param>
    public static IEnumerable<CurvePoint> Points(IReadOnlyList<DeviceOptions> devices) =>
        devices.SelectMany(device => ConductanceCurves.Of(device, new MappingOptions()));

    /// <summary>Writes curves.csv, curves.png and curves.svg.</summary>
    /// <param name="devices">The devices, in the order of the legend.</param>
    /// <param name="folder">The folder, which is created.</param>
    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> Write(IReadOnlyList<DeviceOptions> devices, string folder)
    {
        using var output = OutputFolder.Open(folder, "out");
        using var text = new StringWriter();
        ConductanceCurves.Write(Points(devices), text);
        var csv = Path.Combine(folder, "curves.csv");
        AtomicFile.WriteText(csv, text.ToString());
        var picture = ConductanceCurveFigure.Save(
            [.. devices.Select(ConductanceCurve.Of)], Path.Combine(folder, "curves"),
            ConductanceCurveFigure.TitleOf(devices.Count));
        return [csv, picture.Png, picture.Svg];
    }
}
