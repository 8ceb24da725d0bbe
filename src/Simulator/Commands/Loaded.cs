using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What loading a file gave: warnings are printed, errors thrown.</summary>
internal static class Loaded
{
    /// <summary>The options of a file without errors.</summary>
    /// <exception cref="LocatedConfigurationException">The file has errors.</exception>
    public static T OrThrow<T>(LoadResult<T> result)
        where T : class
    {
        var options = result.OrThrow();
        foreach (var warning in result.Problems) Console.Error.WriteLine(warning.Render());
        return options;
    }
}
