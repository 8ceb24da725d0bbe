namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>A run that has learnt the embedded digits well enough to read one; trained once.</summary>
public sealed class TrainedRun : ScratchFolder
{
    public TrainedRun()
    {
        var experiment = Write("experiment.yaml",
            """
            dataset: { name: digits, train_samples: 4000, test_samples: 500 }
            network: { layers: [784, 32, 10], bias: true }
            device: { name: test, law: linear, gmin: 1 uS, gmax: 50 uS, pulses: 100 }
            rule: { kind: sgd, learning_rate: 0.1 }
            training: { epochs: 4, evaluate: last }
            initial: { spread: [0.1, 0.2] }
            """);
        var result = Cli.Run("train", experiment, "--backend", "cpu", "-q", "--out", Path);
        Assert.True(result.ExitCode == 0, result.Errors);
    }

    public string Path => In("run");
}
