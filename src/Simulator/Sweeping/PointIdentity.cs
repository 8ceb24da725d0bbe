using System.Security.Cryptography;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>What a point is known by: a hash of all that its result depends on, however it was written.</summary>
internal static class PointIdentity
{
    private const int Characters = 16;

    /// <summary>The identity of an experiment; where it is computed is no part of it.</summary>
    /// <param name="options">The experiment, every default filled in.</param>
    public static string Of(ExperimentOptions options) => Of(OptionWriter.Write(options with { Backend = BackendChoice.Auto }));

    /// <summary>The identity of a point that has no experiment.</summary>
    /// <param name="start">The experiment that it starts from.</param>
    /// <param name="settings">What it sets.</param>
    public static string Of(ExperimentOptions start, IEnumerable<(string Key, string Value)> settings) =>
        Of(Of(start) + string.Concat(settings.Select(setting => $"\n{setting.Key}: {setting.Value}")));

    /// <summary>What is wrong with an impossible point, in one line.</summary>
    /// <param name="problems">Its problems.</param>
    public static string Error(IEnumerable<Problem> problems)
    {
        Problem[] errors = [.. problems.Where(problem => problem.Severity == Severity.Error)];
        if (errors.Length == 0) return "a file that it names cannot be read";
        var more = errors.Length == 1 ? "" : FormattableString.Invariant($" (and {errors.Length - 1} more)");
        var path = errors[0].Path.Length == 0 ? "" : $"{errors[0].Path}: ";
        return Printable.Short($"{errors[0].Code}: {path}{errors[0].Message}{more}", longest: 400);
    }

    /// <summary>A hash of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>16 hexadecimal characters: of a million points, two share one with a chance of 3 in 100 million.</returns>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(AtomicFile.Utf8.GetBytes(text)))[..Characters];
}
