using System.Diagnostics;
using System.Text.Json;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class CompareTests : ScratchFolder
{
    private const string Noisy = "{ name: noisy, law: exponential, gmin: 1 uS, gmax: 50 uS, potentiation: { a: -0.5 }, "
        + "depression: { a: 0.4, pulses: 80 }, variation: { c2c: { sigma: 0.02, of: window } } }";

    [Fact]
    public void Devices_are_compared_in_tables_sentences_and_pictures()
    {
        var result = Compare(In("out"), "--device", "seed-linear", "--device", Device(), "--seeds", "3", "--seed", "7",
            "--sensitivity", "noisy", "--pulse-voltage", "2 V", "--pulse-width", "1 us");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("2 devices x 3 seeds, 2 epochs each; sensitivity: 4 variants more, 3 times the work",
            result.Errors, StringComparison.Ordinal);
        Assert.Contains("\nseed-linear: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nnoisy: ", result.Output, StringComparison.Ordinal);

        var epochs = Rows("out/compare.csv");
        Assert.StartsWith("device,seed,epoch,train_loss,", epochs[0], StringComparison.Ordinal);
        Assert.Equal(1 + 6 * 3 * 3, epochs.Length);
        Assert.Contains(epochs, row => row.StartsWith("noisy,9,2,", StringComparison.Ordinal));
        var summary = Rows("out/summary.csv").Select(row => row.Split(',')).ToList();
        Assert.Equal(["seed-linear", "noisy"], summary.Skip(1).Select(row => row[0]));
        Assert.Equal(["", ""], summary[1][6..8]);
        Assert.All(summary.Skip(1), row => Assert.True(double.Parse(row[^1], Globalization) > 0));
        Assert.Equal(["asymmetry", "c2c", "nonlinearity", "states"],
            Rows("out/sensitivity.csv").Skip(1).Select(row => row.Split(',')[1]).Order(StringComparer.Ordinal));
        Assert.All(new[] { "accuracy", "nonlinearity", "pulses", "sensitivity" }, name =>
            Assert.True(File.Exists(In($"out/{name}.png")) && File.Exists(In($"out/{name}.svg")), name));
    }

    [Fact]
    public void The_mean_and_the_difference_are_those_of_the_epochs()
    {
        Assert.Equal(0, Compare(In("out"), "--device", "seed-linear", "--device", Device(), "--seeds", "3", "-q").ExitCode);
        var last = Rows("out/compare.csv").Skip(1).Select(row => row.Split(',')).Where(row => row[2] == "2")
            .Select(row => double.Parse(row[6], Globalization)).ToList();
        var summary = Rows("out/summary.csv").Select(row => row.Split(',')).ToList();
        Assert.Equal(last[..3].Average(), double.Parse(summary[1][3], Globalization), 1e-12);
        Assert.Equal(last[3..].Average() - last[..3].Average(), double.Parse(summary[2][6], Globalization), 1e-12);
    }

    [Fact]
    public void A_run_of_a_comparison_is_the_run_that_train_makes()
    {
        Assert.Equal(0, Compare(In("out"), "--device", "seed-linear", "--device", Device(), "--seeds", "2", "-q").ExitCode);
        Assert.Equal(0, Cli.Run("train", Experiment(), "--set", $"device={Device()}", "--seed", "2", "--set", "training.epochs=2",
            "-q", "--out", In("alone")).ExitCode);
        Assert.Equal(File.ReadAllBytes(In("alone/epochs.csv")), File.ReadAllBytes(In("out/runs/noisy/seed-2/epochs.csv")));
        Assert.Equal(File.ReadAllBytes(In("alone/state.h5")), File.ReadAllBytes(In("out/runs/noisy/seed-2/state.h5")));
    }

    [Fact]
    public void Threads_do_not_change_a_byte_and_a_killed_comparison_goes_on_to_the_same()
    {
        string[] devices = ["--device", "seed-linear", "--device", Device(), "--seeds", "2", "--set", "training.epochs=40", "-q"];
        Assert.Equal(0, Compare(In("whole"), [.. devices, "--threads", "2"]).ExitCode);
        Assert.Equal(0, Compare(In("one"), [.. devices, "--threads", "1"]).ExitCode);
        using (var process = Cli.Start(
            ["compare", Experiment(), "--out", In("killed"), "--set", "training.epochs=2", .. devices]))
        {
            // The other device's row comes with it, or is written again.
            var rows = In("killed/runs/noisy/seed-2/epochs.csv");
            while (!process.HasExited && !(File.Exists(rows) && new FileInfo(rows).Length > 400)) process.WaitForExit(5);
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(In("killed/summary.csv")), "it was not killed early enough to test anything");
        var result = Cli.Run("compare", "--resume", In("killed"), "-q");
        Assert.True(result.ExitCode == 0, result.Errors);
        foreach (var file in new[] { "compare.csv", "summary.csv", "accuracy.svg", "runs/noisy/seed-2/state.h5" })
            foreach (var other in new[] { "one", "killed" })
                Assert.Equal(File.ReadAllBytes(In($"whole/{file}")), File.ReadAllBytes(In($"{other}/{file}")));
    }

    [Fact]
    public void Ctrl_C_leaves_the_epochs_so_far_and_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with the kill command");
        using (var process = Cli.Start(
            "compare", Experiment(), "--seeds", "2", "--set", "training.epochs=300", "--out", In("out")))
        {
            var rows = In("out/runs/linear/seed-2/epochs.csv");
            while (!process.HasExited && !(File.Exists(rows) && new FileInfo(rows).Length > 400)) process.WaitForExit(5);
            using var signal = Process.Start("kill", ["-INT", $"{process.Id}"]);
            signal.WaitForExit();
            process.WaitForExit();
            Assert.Equal(130, process.ExitCode);
            Assert.Contains("--resume", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        }

        Assert.True(Rows("out/compare.csv").Length > 4);
        Assert.False(File.Exists(In("out/summary.csv")));
        Assert.Equal(0, Cli.Run("compare", "--resume", In("out"), "-q").ExitCode);
        Assert.Equal(1 + 2 * 301, Rows("out/compare.csv").Length);
    }

    [Fact]
    public void The_experiments_own_device_and_one_seed_are_enough()
    {
        var result = Compare(In("out"), "--seeds", "1", "--json", "-q");
        Assert.True(result.ExitCode == 0, result.Errors);
        var device = JsonDocument.Parse(result.Output).RootElement.GetProperty("devices")[0];
        Assert.Equal("linear", device.GetProperty("name").GetString());
        Assert.Contains("give --seeds 2 or more", device.GetProperty("verdict").GetString(), StringComparison.Ordinal);
        Assert.Contains("--pulse-voltage", File.ReadAllText(In("out/README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_learnt_nothing_is_warned_of()
    {
        string[] stuck = ["--set", "rule.learning_rate=1e-6", "--set", "initial.spread=0"];
        var compared = Compare(In("out"), ["--seeds", "2", "-q", .. stuck]);
        Assert.Contains("warning CBS1501: linear, 2 of 2 seeds: the network gives every test sample class", compared.Errors,
            StringComparison.Ordinal);
        var trained = Cli.Run(["train", Experiment(), "-q", "--set", "training.epochs=1", "--out", In("run"), .. stuck]);
        Assert.Contains("warning CBS1501: experiment: the network gives", trained.Errors, StringComparison.Ordinal);
        Assert.Contains("No pulse was asked for", trained.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "error CBS0108", "--device", "seed-liner")]
    [InlineData(3, "seed-linear and seed-linear are both named", "--device", "seed-linear", "--device", "seed-linear")]
    [InlineData(3, "error CBS1503: training.evaluate", "--set", "training.evaluate=none")]
    [InlineData(3, "error CBS1505: sensitivity: 'liner'", "--sensitivity", "liner")]
    [InlineData(3, "(with device saturating-100)",
        "--device", "seed-linear", "--device", "saturating-100", "--set", "initial.spread=0.9")]
    [InlineData(2, "--seeds: give a number from 1", "--seeds", "0")]
    [InlineData(2, "--seeds", "--seeds", "x")]
    [InlineData(2, "--pulse-voltage and --pulse-width: give both", "--pulse-voltage", "2 V")]
    [InlineData(2, "--pulse-width: '2 V' is not a time", "--pulse-voltage", "2 V", "--pulse-width", "2 V")]
    [InlineData(2, "--resume goes on with a comparison", "--resume", "x")]
    public void Bad_input_is_answered_and_nothing_is_written(int code, string message, params string[] arguments)
    {
        var result = Compare(In("out"), arguments);
        Assert.Equal(code, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    [Fact]
    public void Folders_that_hold_a_comparison_none_or_a_damaged_one_are_told_apart()
    {
        Assert.Equal(0, Compare(In("out"), "--seeds", "1", "-q").ExitCode);
        Assert.Contains("error CBS0521", Compare(In("out"), "--seeds", "1").Errors, StringComparison.Ordinal);
        Assert.Contains("error CBS0523", Cli.Run("compare", "--resume", Folder).Errors, StringComparison.Ordinal);
        File.WriteAllText(In("out/compare.json"), "{ \"seeds\": 0, \"pulse\": null, \"devices\": [] }");
        Assert.Contains("error CBS1504", Cli.Run("compare", "--resume", In("out")).Errors, StringComparison.Ordinal);
        Assert.Equal(2, Cli.Run("compare").ExitCode);
    }

    [Fact]
    public void A_dry_run_lists_and_writes_nothing()
    {
        var result = Compare(In("out"), "--device", Device(), "--sensitivity", "--dry-run");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\nnoisy, ideal asymmetry", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("out")));
    }

    private static IFormatProvider Globalization => System.Globalization.CultureInfo.InvariantCulture;

    private CliResult Compare(string folder, params string[] arguments) =>
        Cli.Run(["compare", Experiment(), "--out", folder, "--set", "training.epochs=2", .. arguments]);

    private string[] Rows(string file) => File.ReadAllLines(In(file));

    private string Device() => Write("noisy.yaml", Noisy);

    private string Experiment() => Write("experiment.yaml",
        """
        dataset: { name: digits, train_samples: 300, test_samples: 100 }
        network: { layers: [784, 12, 10] }
        device: { name: linear, law: linear, gmin: 1 uS, gmax: 50 uS, pulses: 100 }
        mapping: { kind: reference }
        rule: { kind: accumulate, learning_rate: 0.3 }
        training: { epochs: 2 }
        initial: { spread: 0.1 }
        """);
}
