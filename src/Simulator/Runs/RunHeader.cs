using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Runs;

/// <summary>First lines of the experiment.yaml of a run directory.</summary>
internal static class RunHeader
{
    /// <summary>What wrote the file, as YAML comments.</summary>
    public static string Text { get; } =
        $"# Resolved configuration of this run: every default is filled in.\n# crossbarsim {ProgramVersion.Text}\n";
}
