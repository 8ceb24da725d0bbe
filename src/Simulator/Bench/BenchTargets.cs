using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Composition;

namespace CrossbarSim.Simulator.Bench;

/// <summary>Backends that can be measured: all but <c>reference</c>, which is there to be right.</summary>
internal static class BenchTargets
{
    private static readonly BackendChoice[] Choices = [BackendChoice.Cpu, BackendChoice.Cuda, BackendChoice.Opencl];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Choices.Select(choice => OptionNames.Value(choice.ToString()))];

    /// <summary>Those to measure.</summary>
    /// <param name="asked">Names; none for all that this machine can use.</param>
    public static IEnumerable<BackendChoice> Of(IReadOnlyList<string> asked) => asked.Count > 0
        ? asked.Distinct().Select(name => Choices[Names.Index().Single(n => n.Item == name).Index])
        : Choices.Where(BackendFactory.CanOpen);

    /// <summary>Opens one.</summary>
    /// <param name="choice">Which one.</param>
    /// <exception cref="Core.Problems.ConfigurationException">This machine has no such accelerator.</exception>
    public static BenchTarget Open(BackendChoice choice) => new(BackendFactory.Open(choice).Backend);
}
