using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>Finds the files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root => RepositoryPaths.Root;

    public static string Cases { get; } = Path.Combine(Root, "tests", "Simulator.Tests", "Configuration", "Cases");

    public static IEnumerable<string> ShippedFiles { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "configs"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
}
