using System.Globalization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What the command line sets in an experiment, as path=value.</summary>
internal static class Overrides
{
    /// <summary>Puts <c>--set</c>, <c>--seed</c> and <c>--backend</c> together; the last of equals wins.</summary>
    public static IReadOnlyList<string> From(string[]? set, ulong? seed, string? backend)
    {
        List<string> all = [.. set ?? []];
        if (seed is { } number) all.Add(string.Create(CultureInfo.InvariantCulture, $"seed={number}"));
        if (backend is not null) all.Add($"backend={backend}");
        return all;
    }
}
