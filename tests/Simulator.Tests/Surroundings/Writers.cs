using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Surroundings;

/// <summary>Every verb that writes files, with a run and a picture to write from; made once.</summary>
public sealed class Writers : ScratchFolder
{
    // Kilobytes that are too few for what each verb writes.
    private static readonly Dictionary<string, int> Kilobytes = new()
    {
        ["train"] = 32,
        ["curves"] = 16,
        ["plot"] = 32,
        ["predict"] = 8,
        ["data"] = 8,
    };

    private readonly string _experiment;

    public Writers()
    {
        _experiment = Write("experiment.yaml",
            """
            dataset: { name: digits, train_samples: 64, test_samples: 32 }
            network: { layers: [784, 8, 10] }
            device: seed-linear
            rule: { kind: epoch-sign, learning_rate: 0.1 }
            training: { epochs: 2 }
            """);
        var result = Cli.Run([.. Arguments("train", In("run"))]);
        Assert.True(result.ExitCode == 0, result.Errors);
        File.Copy(In("run/pulses.png"), In("picture.png"));
    }

    /// <summary>The verbs.</summary>
    public static TheoryData<string> Verbs => [.. Kilobytes.Keys];

    /// <summary>The run that was trained.</summary>
    public string Run => In("run");

    /// <summary>A disk, in kilobytes, that is too small for what a verb writes.</summary>
    public static int SmallDisk(string verb) => Kilobytes[verb];

    /// <summary>A command line.</summary>
    /// <param name="verb">One of <see cref="Verbs"/>.</param>
    /// <param name="folder">Where it writes.</param>
    /// <param name="mirror">Where data are downloaded from.</param>
    public IReadOnlyList<string> Arguments(string verb, string folder, string mirror = "http://127.0.0.1:9/") => verb switch
    {
        "train" => ["train", _experiment, "--backend", "cpu", "-q", "--out", folder],
        "curves" => ["curves", "seed-linear", "seed-nonlinear", "--out", folder],
        "plot" => ["plot", Run, "--out", folder],
        "predict" => ["predict", Run, In("picture.png"), "--out", folder],
        "data" => ["data", "get", "mnist", "-q", "--data", folder, "--mirror", mirror],
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };
}
