using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>A device, or a variant of one, in the experiment that all are compared in.</summary>
/// <param name="Name">Name in tables and pictures; no other of the comparison has it.</param>
/// <param name="Folder">Name for files and folders; no other of the comparison has it.</param>
/// <param name="Experiment">The experiment with this device; its seed is the first one.</param>
/// <param name="VariantOf">Name of the device that this is a variant of; null: it is none.</param>
/// <param name="Ideal">The parameter that is ideal in a variant.</param>
public sealed record ComparedDevice(
    string Name, string Folder, ExperimentOptions Experiment, string? VariantOf = null, string? Ideal = null)
{
    /// <summary>The experiment with one seed after the other.</summary>
    /// <param name="seeds">How many.</param>
    public IEnumerable<ExperimentOptions> Runs(int seeds) => Enumerable.Range(0, seeds).Select(
        k => Experiment with { Seed = unchecked(Experiment.Seed + (ulong)k) });
}
