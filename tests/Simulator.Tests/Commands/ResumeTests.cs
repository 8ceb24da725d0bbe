using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>A run that was stopped in any way goes on to the bytes of one that never was.</summary>
public sealed class ResumeTests : ScratchFolder
{
    private const string Plain = "seed-nonlinear";

    // All the state a device can have: two branches of different lengths, noise, and a spread of everything.
    private const string Noisy = "{ law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, "
        + "depression: { a: 0.4, pulses: 80 }, variation: { c2c: { sigma: 0.01, of: window }, "
        + "d2d: { gmin: 0.05, gmax: 0.05, gain: 0.1, a: 0.1 } } }";

    public static TheoryData<string, string, string> Kinds { get; } = new()
    {
        { "{ kind: epoch-sign }", "offset", Plain },
        { "{ kind: epoch-sign }", "differential", Plain },
        { "{ kind: epoch-sign, compatibility: original }", "offset", Plain },
        { "{ kind: sgd }", "reference", Plain },
        { "{ kind: batch-sign, threshold: { quantile: 0.9 }, quantile_every: 7 }", "offset", Noisy },
        { "{ kind: accumulate, max_pulses: 2, schedule: { kind: cosine } }", "reference", Noisy },
        { "{ kind: stochastic }", "differential, pair: better", Noisy },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_killed_run_goes_on_to_the_same_bytes(string rule, string mapping, string device)
    {
        var experiment = Experiment(rule, mapping, device, epochs: device == Plain ? 60 : 24);
        Assert.Equal(0, Cli.Run("train", experiment, "-q", "--out", In("whole")).ExitCode);
        using (var process = Cli.Start("train", experiment, "-q", "--out", In("killed")))
        {
            WaitForRows(In("killed/epochs.csv"), rows: 4, process);
            process.Kill();
            process.WaitForExit();
        }

        AssertGoesOn("killed");
    }

    [Fact]
    public void Ctrl_C_finishes_the_epoch_and_exits_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with the kill command");

        // Long enough that it still runs when a busy machine has sent the signal.
        var experiment = Experiment("{ kind: epoch-sign }", "offset", epochs: 300);
        Assert.Equal(0, Cli.Run("train", experiment, "-q", "--out", In("whole")).ExitCode);
        using (var process = Cli.Start("train", experiment, "--out", In("stopped")))
        {
            WaitForRows(In("stopped/epochs.csv"), rows: 3, process);
            using var signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
            signal.WaitForExit();
            process.WaitForExit();
            Assert.Equal(130, process.ExitCode);
        }

        Assert.True(File.Exists(In("stopped/accuracy.png")));
        AssertGoesOn("stopped");
    }

    [Theory]
    [InlineData("--threads", "1")]
    [InlineData("--backend", "cpu")]
    public void The_same_seed_gives_the_same_bytes(string option, string value)
    {
        var experiment = Experiment("{ kind: epoch-sign }", "offset", epochs: 3);
        Assert.Equal(0, Cli.Run("train", experiment, "-q", "--out", In("one")).ExitCode);
        Assert.Equal(0, Cli.Run("train", experiment, "-q", option, value, "--out", In("two")).ExitCode);
        Assert.Equal(File.ReadAllBytes(In("one/epochs.csv")), File.ReadAllBytes(In("two/epochs.csv")));
        Assert.Equal(File.ReadAllBytes(In("one/state.h5")), File.ReadAllBytes(In("two/state.h5")));
    }

    [Fact]
    public void A_finished_run_is_left_as_it_is()
    {
        var experiment = Experiment("{ kind: epoch-sign }", "offset", epochs: 2);
        Assert.Equal(0, Cli.Run("train", experiment, "-q", "--out", In("run")).ExitCode);
        var before = File.ReadAllBytes(In("run/epochs.csv"));
        Assert.Equal(0, Cli.Run("train", "--resume", In("run"), "-q").ExitCode);
        Assert.Equal(before, File.ReadAllBytes(In("run/epochs.csv")));
    }

    private void AssertGoesOn(string run)
    {
        Assert.True(File.ReadAllLines(In($"{run}/epochs.csv")).Length < File.ReadAllLines(In("whole/epochs.csv")).Length,
            "the run was not stopped early enough to test anything");
        var result = Cli.Run("train", "--resume", In(run), "-q");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(File.ReadAllBytes(In("whole/epochs.csv")), File.ReadAllBytes(In($"{run}/epochs.csv")));
        Assert.Equal(File.ReadAllBytes(In("whole/state.h5")), File.ReadAllBytes(In($"{run}/state.h5")));
    }

    private static void WaitForRows(string file, int rows, Process process)
    {
        while (!process.HasExited && Rows(file) < rows) process.WaitForExit(5);
    }

    private static int Rows(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file).Length : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private string Experiment(string rule, string mapping, string device = Plain, int epochs = 60) => Write("experiment.yaml",
        $"""
        dataset: {"{"} name: digits, train_samples: 1500, test_samples: 200 {"}"}
        network: {"{"} layers: [784, 24, 10] {"}"}
        device: {device}
        mapping: {"{"} kind: {mapping} {"}"}
        rule: {rule}
        training: {"{"} epochs: {epochs} {"}"}
        """);
}
