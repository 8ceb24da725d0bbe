using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>
/// Every Cases/NAME.yaml is wrong, and Cases/NAME.txt is what the user must read. Where one differs, the new text
/// is in the failure message: read it before it becomes the expectation.
/// </summary>
public sealed class GoldenProblemTests
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Repository.Cases, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_bad_file_is_answered_with_the_expected_text(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Repository.Cases, name + ".txt")).TrimEnd('\n');

        var result = FileCheck.Run([Path.Combine(Repository.Cases, name + ".yaml")]);

        var shown = string.Join('\n', result.Rendered)
            .Replace(Repository.Cases + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Assert.Equal(expected, shown);
        Assert.Equal(3, result.ExitCode);
    }
}
