using System.Reflection;

namespace CrossbarSim.Experiments.Results;

/// <summary>The version of the program that wrote a result.</summary>
public static class ProgramVersion
{
    /// <summary>Version, with the commit after a plus sign where the build knew it.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
