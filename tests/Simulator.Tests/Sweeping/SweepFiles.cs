using System.Globalization;

namespace CrossbarSim.Simulator.Tests.Sweeping;

/// <summary>A small sweep: 64 points of two rules and mappings, a quarter of them impossible.</summary>
internal static class SweepFiles
{
    public const int Points = 64;

    private const string Experiment = """
        dataset: { name: digits, train_samples: 640, test_samples: 100 }
        network: { layers: [784, 12, 10] }
        device: { law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, depression: { a: 0.5 },
                  variation: { d2d: { gmax: 0.05 }, c2c: { sigma: 0.02, of: step } } }
        mapping: { kind: reference }
        rule: { kind: accumulate, learning_rate: 0.5 }
        training: { epochs: 2 }
        initial: { spread: 0.1 }
        """;

    private const string Sweep = """
        experiment: base.yaml
        samples: 2
        axes:
          - { key: device.gmin, grid: [1 uS, 30 uS] }
          - { key: device.gmax, grid: [20 uS, 50 uS] }
          - { key: device.potentiation.a, sobol: { uniform: [-1, -0.2] } }
          - { key: rule, grid: [{ kind: accumulate, learning_rate: 0.5 }, { kind: stochastic }] }
          - { key: mapping.kind, grid: [reference, offset] }
          - { key: seed, grid: [1, 2] }
        """;

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="changed">What to replace in the sweep.</param>
    /// <param name="by">By what.</param>
    /// <returns>The sweep file.</returns>
    public static string Write(string folder, string changed = "", string by = "")
    {
        File.WriteAllText(Path.Combine(folder, "base.yaml"), Experiment);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sweep-{by.Length}.yaml"));
        File.WriteAllText(file, changed.Length == 0 ? Sweep : Sweep.Replace(changed, by, StringComparison.Ordinal));
        return file;
    }
}
