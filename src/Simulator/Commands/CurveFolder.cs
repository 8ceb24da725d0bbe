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
    public static IReadOnlyList<string> Write(IReadOnlyList<DeviceOptions> devices, string folder) =>
        Write(
            folder, "curves", text => ConductanceCurves.Write(Points(devices), text),
            stem => ConductanceCurveFigure.Save(
                [.. devices.Select(ConductanceCurve.Of)], stem, ConductanceCurveFigure.TitleOf(devices.Count)));

    /// <summary>Writes curves.csv, curves.png and curves.svg of pulses that differ.</summary>
    /// <param name="devices">The rows of each device, in the order of the legend.</param>
    /// <param name="folder">The folder, which is created.</param>
    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> WriteRamp(IReadOnlyList<IReadOnlyList<RampPoint>> devices, string folder) => Write(
        folder, "curves", text => ConductanceCurves.Write(devices.SelectMany(rows => rows), text),
        stem => RampFigure.Save(devices, stem));

    /// <summary>Writes measured.csv.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="sweeps">How they are measured.</param>
    /// <param name="folder">The folder, which is created.</param>
    /// <returns>The path of the file.</returns>
    public static string WriteMeasured(IReadOnlyList<DeviceOptions> devices, MeasuredSweeps sweeps, string folder)
    {
        using var output = OutputFolder.Open(folder, "out");
        using var text = new StringWriter();
        sweeps.Write(devices, text);
        var file = Path.Combine(folder, "measured.csv");
        AtomicFile.WriteText(file, text.ToString());
        return file;
    }

    /// <summary>Writes pulses.csv, pulses.png and pulses.svg: how a device answers pulses, with its noise.</summary>
    /// <param name="device">The device.</param>
    /// <param name="folder">The folder, which is created.</param>
    /// <returns>The paths of the files.</returns>
    public static IReadOnlyList<string> WritePulses(DeviceOptions device, string folder)
    {
        var traces = PulseTraces.Of(device);
        var symmetry = PulseTraces.SymmetryOf(device);
        return Write(
            folder, "pulses", text => PulseTraces.Write(traces, text),
            stem => PulseTraceFigure.Save(traces, symmetry is { } u ? device.Window.Conductance(u) : null, stem, device.Name));
    }

    private static string[] Write(string folder, string name, Action<TextWriter> table, Func<string, FigureFiles> draw)
    {
        using var output = OutputFolder.Open(folder, "out");
        using var text = new StringWriter();
        table(text);
        var stem = Path.Combine(folder, name);
        AtomicFile.WriteText(stem + ".csv", text.ToString());
        var picture = draw(stem);
        return [stem + ".csv", picture.Png, picture.Svg];
    }
}
