using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>Where a comparison lies: its plan, a folder for each run, and beside them what compares them.</summary>
/// <param name="Folder">The folder.</param>
internal sealed record CompareFolder(string Folder)
{
    private string PlanFile => At("compare.json");

    /// <summary>A file beside the runs.</summary>
    /// <param name="name">Its name.</param>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes the plan: first what it names, then itself.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ConfigurationException">The folder holds a comparison already.</exception>
    public void Create(ComparePlan plan)
    {
        if (File.Exists(PlanFile))
            throw new ConfigurationException(new Problem("CBS0521", "out",
                $"{Folder} already holds a comparison: continue it with --resume, or choose another folder with --out"));
        using var created = OutputFolder.Open(At("plan"), "out");
        foreach (var device in plan.Devices)
            AtomicFile.WriteText(Experiment(device.Folder), RunHeader.Text + OptionWriter.Write(device.Experiment));
        new CompareFile(plan.Seeds, plan.Pulse, [.. plan.Devices.Select(device =>
            new CompareFile.Entry(device.Name, device.Folder, device.VariantOf, device.Ideal))]).Write(PlanFile);
    }

    /// <summary>Reads the plan back.</summary>
    /// <exception cref="ConfigurationException">The folder holds no comparison.</exception>
    public ComparePlan Read()
    {
        if (!File.Exists(PlanFile))
            throw new ConfigurationException(new Problem("CBS0523", "resume",
                $"{Folder} holds no comparison: there is no compare.json in it"));
        var file = CompareFile.Read(PlanFile);
        return new ComparePlan(
            [.. file.Devices.Select(entry => new ComparedDevice(entry.Name, entry.Folder,
                Loaded.OrThrow(ExperimentLoader.Load(Experiment(entry.Folder), [])), entry.VariantOf, entry.Ideal))],
            file.Seeds, file.Pulse);
    }

    /// <summary>The runs, device by device; those that have begun go on.</summary>
    /// <param name="plan">The plan.</param>
    public IReadOnlyList<PlannedRun> Runs(ComparePlan plan) =>
    [
        .. from device in plan.Devices
           from run in device.Runs(plan.Seeds)
           let folder = Path.Combine(Folder, "runs", device.Folder,
               string.Create(CultureInfo.InvariantCulture, $"seed-{run.Seed}"))
           select new PlannedRun($"{device.Name}, seed {run.Seed}", run, folder, File.Exists(new RunPaths(folder).Experiment)),
    ];

    private string Experiment(string device) => Path.Combine(At("plan"), device + ".yaml");
}
