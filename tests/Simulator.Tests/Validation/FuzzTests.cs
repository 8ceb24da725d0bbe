using CrossbarSim.TestSupport;
using CrossbarSim.Validation.Fuzz;

namespace CrossbarSim.Simulator.Tests.Validation;

/// <summary>A sample of <c>validation -- fuzz</c>.</summary>
public sealed class FuzzTests
{
    private const int Cases = 10_000;
    private const ulong Seed = 1;

    public static TheoryData<string> Readers { get; } =
        [.. FuzzTargets.All(RepositoryPaths.Root).Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Any_file_is_read_or_answered(string reader)
    {
        var report = FuzzRun.Run(FuzzTargets.All(RepositoryPaths.Root).Single(t => t.Name == reader), Cases, Seed);
        Assert.True(report.Failures.Count == 0, $"seed {Seed}:\n{string.Join('\n', report.Failures.Take(5))}");
        Assert.InRange(report.Refused, 1, Cases);
        Assert.InRange(report.Accepted, 1, Cases);
    }
}
