namespace CrossbarSim.Architecture.Tests;

/// <summary>The table of who may know whom.</summary>
internal static class LayerRules
{
    /// <summary>Small interface-only packages that libraries may take besides their own.</summary>
    private static readonly string[] Shared = ["Microsoft.Extensions.Logging.Abstractions"];

    private static readonly Dictionary<string, (string[] References, string[] Packages)> Table = new(StringComparer.Ordinal)
    {
        ["Core"] = ([], []),
        ["Kernels"] = (["Core"], ["ILGPU", "ILGPU.Algorithms", .. Shared]),
        ["HardwareBridge"] = (["Core"], ["System.IO.Ports", .. Shared]),
        // Parquet.Net: the tables of a sweep for tools that read millions of rows by column.
        ["Experiments"] = (["Core"], ["CsvHelper", "Parquet", "Parquet.Net", "PureHDF", "MathNet.Numerics", .. Shared]),
        ["Dashboard"] = (["Core", "Experiments"], ["Plotly.Blazor", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*"]),
        ["Simulator"] = (
            ["Core", "Kernels", "HardwareBridge", "Experiments", "Dashboard"],
            ["System.CommandLine", "Spectre.Console", "Spectre.Console.*", "YamlDotNet", "Serilog", "Serilog.*", "ScottPlot",
             "SkiaSharp", "SkiaSharp.*", "HarfBuzzSharp", "HarfBuzzSharp.*", .. Shared]),
    };

    public static bool Knows(string project) => Table.ContainsKey(project);

    public static bool MayReference(string project, string other) => Table[project].References.Contains(other);

    public static bool MayUse(string project, string package) => Table[project].Packages.Any(pattern =>
        pattern.EndsWith(".*", StringComparison.Ordinal)
            ? package.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : package == pattern);
}
