using System.Globalization;

namespace CrossbarSim.Validation.Sweeps;

/// <summary>The sweep that is killed and timed: 784-128-10, accumulate, ten two-branch devices.</summary>
internal static class SweepTrialFiles
{
    private const string Experiment = """
        network: { layers: [784, 128, 10] }
        device: { law: exponential, gmin: 1 uS, gmax: 50 uS, pulses: 1000, potentiation: { a: -0.5 }, depression: { a: 0.5 } }
        mapping: { kind: reference }
        rule: { kind: accumulate, learning_rate: 0.3 }
        training: { epochs: 3 }
        initial: { spread: [0.08, 0.2] }
        """;

    private const string Axes = """
        axes:
          - { key: device.potentiation.a, list: [-0.2, -0.4, -0.6, -0.8, -1, -1.2, -1.4, -1.6, -1.8, -2] }
          - { key: device.depression.a, list: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2] }
        """;

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="seeds">Seeds of each device.</param>
    /// <param name="dataset">The data set, in YAML.</param>
    /// <returns>The sweep file, of ten times as many points as seeds.</returns>
    public static string Write(string folder, int seeds, string dataset)
    {
        File.WriteAllText(Path.Combine(folder, "base.yaml"), $"{dataset}\n{Experiment}\n");
        var sweep = Path.Combine(folder, "sweep.yaml");
        File.WriteAllText(sweep, string.Create(CultureInfo.InvariantCulture, $"experiment: base.yaml\nseeds: {seeds}\n{Axes}\n"));
        return sweep;
    }
}
