using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>devices show</c> does once the command line is understood.</summary>
internal static class DevicesShowVerb
{
    /// <summary>Runs the verb.</summary>
    /// <param name="reference">A file, or the name of a preset.</param>
    /// <param name="json">Whether to print JSON.</param>
    /// <param name="folder">Folder for the curves; null: none are drawn.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string reference, bool json, string? folder)
    {
        var device = Loaded.OrThrow(DeviceLoader.Load(reference));
        var facts = DeviceFacts.Of(device);
        if (json) JsonText.Print(facts);
        else Print(device, facts);
        if (folder is not null) Draw(device, folder, json ? TextWriter.Null : Console.Out);
        return ExitCodes.Ok;
    }

    private static void Print(DeviceOptions device, DeviceFacts facts)
    {
        foreach (var (topic, text) in DeviceWords.Of(device, facts)) Console.Out.WriteLine($"{topic,-14}{text}");
    }

    private static void Draw(DeviceOptions device, string folder, TextWriter output)
    {
        output.WriteLine();
        string[] paths = [.. CurveFolder.Write([device], folder), .. CurveFolder.WritePulses(device, folder)];
        foreach (var path in paths) output.WriteLine(path);
    }
}
