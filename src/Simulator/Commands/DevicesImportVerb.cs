using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Imports;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>devices import</c> does once the command line is understood.</summary>
internal sealed record DevicesImportVerb
{
    /// <summary>Files, of which there may be one, and <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Given { get; init; }

    /// <summary>Device file to write; null: standard output.</summary>
    public string? Out { get; init; }

    /// <summary>Name of the device; null: that of a file.</summary>
    public string? Name { get; init; }

    /// <summary>Window of a device whose conductances have no unit, siemens.</summary>
    public required ConductanceWindow Window { get; init; }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (Out is not null && Directory.Exists(Out)) throw Refused("out", $"{Out} is a folder; give the name of a device file");
        string[] files = [.. Given.Where(word => !IsAssignment(word))];
        if (files.Length > 1) throw Refused("parameters", $"{files[0]} and {files[1]} are two files; give one");
        var import = new DeviceImporter(Name ?? Stem(files), Window).Run(files.FirstOrDefault(), Given.Where(IsAssignment));
        foreach (var note in import.Notes) Console.Error.WriteLine(note.Render(excerpt: false));
        if (Out is null) Console.Out.Write(import.Yaml);
        else Write(import.Yaml, Out);
        return ExitCodes.Ok;
    }

    private static void Write(string yaml, string file)
    {
        using var output = OutputFolder.Open(Path.GetDirectoryName(Path.GetFullPath(file))!, "out");
        AtomicFile.WriteText(file, yaml);
        Console.Out.WriteLine(file);
    }

    private string Stem(string[] files) => Path.GetFileNameWithoutExtension(Out ?? files.FirstOrDefault() ?? "imported");

    // A path may hold the sign too: a file that is there is meant as one.
    private static bool IsAssignment(string word) => word.IndexOf('=', StringComparison.Ordinal) > 0 && !File.Exists(word);

    private static ConfigurationException Refused(string path, string message) => new(new Problem("CBS1707", path, message));
}
