using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>devices</c> does once the command line is understood.</summary>
internal static class DevicesListVerb
{
    /// <summary>Runs the verb.</summary>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="picture">File of the contact sheet; null: none.</param>
    /// <returns>The exit code.</returns>
    public static int Run(bool json, string? picture)
    {
        // What a device warns of, it warns of where it is used.
        List<DeviceOptions> devices = [.. DevicePresets.Names.Select(name => DeviceLoader.Load(name).OrThrow())];
        List<ListedDevice> rows = [.. devices.Select(ListedDevice.Of)];
        if (json) JsonText.Print(rows);
        else Print(rows);
        if (picture is not null) Draw(devices, picture, json ? TextWriter.Null : Console.Out);
        return ExitCodes.Ok;
    }

    private static void Print(List<ListedDevice> rows) => TextTable.Print(
        Console.Out,
        ["name", "law", "N up", "N down", "on/off", "NL up", "NL down", "c2c", "d2d"],
        rows.Select(row => new[]
        {
            row.Name, row.Law, $"{row.PulsesUp}", $"{row.PulsesDown}", DeviceText.Ratio(row.OnOffRatio),
            DeviceText.Label(row.NonlinearityUp), row.NonlinearityDown is { } down ? DeviceText.Label(down) : "reset",
            DeviceText.Noise(row), DeviceText.Spread(row),
        }));

    private static void Draw(List<DeviceOptions> devices, string picture, TextWriter output)
    {
        var files = ContactSheetFigure.Save(
            [.. devices.Select(ConductanceCurve.Of)], Path.ChangeExtension(picture, null),
            "Conductance along rising, then falling pulses");
        output.WriteLine();
        output.WriteLine(files.Png);
        output.WriteLine(files.Svg);
    }
}
