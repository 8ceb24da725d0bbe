using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>What the README tells a newcomer to type works.</summary>
public sealed class ReadmeTests : ScratchFolder
{
    private const string Program = "dotnet run -c Release --project src/Simulator -- ";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "README.md"));

    [Fact]
    public void Its_command_of_the_program_works()
    {
        var command = Assert.Single(Commands(), line => line.StartsWith(Program, StringComparison.Ordinal));
        var result = Cli.Run([.. command[Program.Length..].Split(' '), "--out", In("quick"), "-q"]);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("comparison: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_experiment_is_valid()
    {
        var start = Array.IndexOf(Lines, "```yaml") + 1;
        var yaml = string.Join('\n', Lines[start..Array.IndexOf(Lines, "```", start)]);
        var result = Cli.Run("check", Write("experiment.yaml", yaml));
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    [Fact]
    public void The_tests_are_called_as_continuous_integration_calls_them()
    {
        var script = File.ReadAllText(Path.Combine(RepositoryPaths.Root, ".ci", "run"));
        var command = Assert.Single(Commands(), line => line.StartsWith("dotnet test", StringComparison.Ordinal));
        Assert.Contains($"\n{command} ", script, StringComparison.Ordinal);
    }

    // The lines of the sh blocks.
    private static IEnumerable<string> Commands()
    {
        var inside = false;
        foreach (var line in Lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = line == "```sh";
            else if (inside && line.Length > 0) yield return line;
        }
    }
}
