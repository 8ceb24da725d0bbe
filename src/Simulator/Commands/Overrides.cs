using System.Globalization;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What the command line sets in an experiment.</summary>
internal static class Overrides
{
    /// <summary>Puts <c>--set</c>, <c>--seed</c> and <c>--backend</c> together; the last of equals wins.</summary>
    public static IReadOnlyList<ConfigurationOverride> From(string[]? set, ulong? seed, string? backend)
    {
        List<ConfigurationOverride> all = [.. (set ?? []).Select(ConfigurationOverride.Set)];
        if (seed is { } number)
            all.Add(ConfigurationOverride.Option("--seed", "seed", number.ToString(CultureInfo.InvariantCulture)));
        if (backend is not null) all.Add(ConfigurationOverride.Option("--backend", "backend", backend));
        return all;
    }
}
