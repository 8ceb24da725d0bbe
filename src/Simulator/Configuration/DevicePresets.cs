namespace CrossbarSim.Simulator.Configuration;

/// <summary>The device files that are part of the program, found by name.</summary>
internal static class DevicePresets
{
    private const string Prefix = "devices/";
    private const string Suffix = ".yaml";

    /// <summary>Their names, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DevicePresets).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Text of a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The YAML, or null where there is no such preset.</returns>
    public static string? Text(string name)
    {
        if (!Names.Contains(name)) return null;
        using var stream = typeof(DevicePresets).Assembly.GetManifestResourceStream($"{Prefix}{name}{Suffix}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
