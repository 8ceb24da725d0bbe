using System.Diagnostics;
using System.Globalization;

namespace CrossbarSim.Validation.Backends;

/// <summary>The CPU with narrower vectors: the same program, with instructions switched off.</summary>
internal static class VectorWidths
{
    /// <summary>Names in the table, and what switches the wider vectors off.</summary>
    public static IReadOnlyList<(string Name, string Variable)> Narrower { get; } =
        [("cpu, 256-bit vectors", "DOTNET_EnableAVX512"), ("cpu, 128-bit vectors", "DOTNET_EnableAVX2")];

    /// <summary>Hashes of all cases, from a process of its own.</summary>
    /// <param name="variable">Environment variable that is set to 0.</param>
    /// <param name="root">The repository.</param>
    /// <param name="samples">Training samples.</param>
    public static IReadOnlyList<string> Hashes(string variable, string root, int samples)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(VectorWidths).Assembly.Location, "backends", "--hashes", "--samples",
                samples.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root,
        };
        start.Environment[variable] = "0";
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines;
    }
}
