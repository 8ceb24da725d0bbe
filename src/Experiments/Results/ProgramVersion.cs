using System.Reflection;

namespace CrossbarSim.Experiments.Results;

/// <summary>The version of the program that wrote a result.</summary>
public static class ProgramVersion
{
    /// <summary>Version, with the commit after a plus sign where the build knew it.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The version without the commit.</summary>
    public static string Number => Text.Split('+')[0];

    /// <summary>The commit; empty where the build did not know it.</summary>
    public static string Commit => Text.Split('+') is [_, var commit] ? commit : "";
}
