using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>From the command line to a plan: loads the experiment with every device.</summary>
internal static class CompareLoader
{
    /// <summary>Loads and checks everything; nothing is written.</summary>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="LocatedConfigurationException">The experiment has errors, or does not go with a device.</exception>
    /// <exception cref="ConfigurationException">The devices cannot be compared.</exception>
    public static ComparePlan Load(CompareRequest request)
    {
        var experiments = Experiments(request);
        Problem[] problems = [.. SameNames(request, experiments), .. Unmeasured(experiments[0])];
        if (problems.Length > 0) throw new ConfigurationException(problems);
        var plan = new ComparePlan(
            [.. experiments.Select(e => new ComparedDevice(NameOf(e), RunDirectory.FolderName(NameOf(e)), e))],
            request.Seeds, request.Pulse);
        if (request.Sensitivity is { } names) plan = plan.WithVariants(Named(names, plan));
        return plan with
        {
            Devices =
            [
                .. plan.Devices.Zip(FileStems.Distinct(plan.Devices.Select(device => device.Folder)),
                    (device, folder) => device with { Folder = folder }),
            ],
        };
    }

    private static List<ExperimentOptions> Experiments(CompareRequest request)
    {
        if (request.Devices.Count == 0) return [Loaded.OrThrow(ExperimentLoader.Load(request.Experiment, request.Overrides))];
        var results = request.Devices.Select(device => (Device: device, Result: ExperimentLoader.Load(request.Experiment,
            [ConfigurationOverride.Option("--device", "device", device), .. request.Overrides]))).ToList();
        var problems = Told(results);
        if (problems.Any(p => p.Problem.Severity == Severity.Error)) throw new LocatedConfigurationException(problems);
        foreach (var warning in problems) Console.Error.WriteLine(warning.Render());
        return [.. results.Select(r => r.Result.OrThrow())];
    }

    // What is wrong with every device is wrong with the experiment, and told once; else it is told with which.
    private static List<LocatedProblem> Told(IReadOnlyList<(string Device, LoadResult<ExperimentOptions> Result)> results) =>
    [
        .. from found in results.SelectMany(r => r.Result.Problems.Select(problem => (r.Device, Problem: problem)))
               .GroupBy(found => found.Problem.Render())
           let problem = found.First().Problem
           let with = found.Count() == results.Count ? "" : $" (with device {string.Join(", ", found.Select(f => f.Device))})"
           select problem with { Problem = problem.Problem with { Message = problem.Problem.Message + with } },
    ];

    private static string NameOf(ExperimentOptions experiment) =>
        string.Join(" + ", experiment.Device.Select(device => device.Name).Distinct());

    private static IEnumerable<Problem> SameNames(CompareRequest request, List<ExperimentOptions> experiments) =>
        experiments.Select((experiment, i) => (Name: NameOf(experiment), Given: request.Devices.ElementAtOrDefault(i)))
            .GroupBy(device => device.Name).Where(group => group.Count() > 1)
            .Select(group => new Problem("CBS1502", "device", $"{string.Join(" and ", group.Select(g => g.Given))} "
                + $"{(group.Count() == 2 ? "are both" : "are all")} named {group.Key}: results are told apart by the name, "
                + "so give each file its own `name`, and each device once"));

    private static IEnumerable<Problem> Unmeasured(ExperimentOptions experiment)
    {
        if (experiment.Training.Evaluate == EvaluationTime.None)
            yield return new Problem("CBS1503", "training.evaluate",
                "none measures no accuracy, and accuracies are what is compared: give every-epoch or last");
    }

    private static IReadOnlyCollection<string> Named(IReadOnlyList<string> asked, ComparePlan plan)
    {
        string[] known = [.. plan.Devices.Select(device => device.Name)];
        if (asked.Count == 0) return known;
        var unknown = asked.Except(known).Select(name => new Problem("CBS1505", "sensitivity",
            $"{Printable.Quoted(name)} is not the name of a compared device ({string.Join(", ", known)})"
            + Suggestion.Question(Suggestion.Nearest(name, known)))).ToArray();
        return unknown.Length > 0 ? throw new ConfigurationException(unknown) : [.. asked];
    }
}
