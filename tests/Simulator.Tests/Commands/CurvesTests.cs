using CrossbarSim.Simulator.Tests.Configuration;
using CrossbarSim.Simulator.Tests.Plots;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class CurvesTests : ScratchFolder
{
    [Fact]
    public void Prints_both_branches_of_every_device()
    {
        var result = Cli.Run("curves", "seed-linear", "seed-nonlinear");
        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("device,branch,pulse,position,conductance_siemens,weight", lines[0]);
        Assert.Equal(1 + 4 * 101, lines.Length);
        Assert.Equal("seed-linear,potentiation,0,0,1E-06,-1", lines[1]);
        Assert.Equal("seed-linear,depression,0,1,5E-05,1", lines[102]);
    }

    [Fact]
    public void Writes_a_folder_with_the_picture()
    {
        var result = Cli.Run("curves", "seed-nonlinear", "--out", In("curves"));
        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd().Split('\n'), path => Assert.True(File.Exists(path), path));
        Assert.Equal(203, File.ReadAllLines(In("curves/curves.csv")).Length);
    }

    [Fact]
    public void A_ramp_of_amplitudes_has_rows_with_volts_and_a_picture()
    {
        var device = Path.Combine(Repository.Root, "configs", "examples", "made-up-voltage.yaml");
        var result = Cli.Run(
            "curves", device, "--amplitude", "0.8 V..1.6 V, 0.9 V..1.5 V", "--width", "50 ns", "--pulses", "40",
            "--out", In("ramp"));
        var lines = File.ReadAllLines(In("ramp/curves.csv"));

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.EndsWith(",weight,amplitude_volts,width_seconds", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + 2 * 41, lines.Length);
        Assert.StartsWith("made-up-voltage,potentiation,0,0,4.98753", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1.6,5E-08", lines[41], StringComparison.Ordinal);
        Assert.EndsWith(",-1.5,5E-08", lines[82], StringComparison.Ordinal);
        Picture.AssertSound(new(In("ramp/curves.png"), In("ramp/curves.svg")));
        Assert.Contains("Amplitude (V)", Picture.Texts(In("ramp/curves.svg")));
    }

    [Fact]
    public void Measured_devices_differ_and_come_out_the_same_every_time()
    {
        string[] Lines(string seed) => Cli.Run(
            "curves", "hzo-jerry-2017", "pcm-nandakumar-2020", "--cycles", "2", "--devices", "3", "--seed", seed)
            .Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var lines = Lines("5");

        Assert.Equal("device,cycle,direction,pulse,conductance_siemens", lines[0]);
        Assert.Equal(1 + 3 * 2 * 2 * 33 + 3 * 2 * (73 + 2), lines.Length);
        Assert.StartsWith("hzo-jerry-2017-1,1,potentiation,0,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("pcm-nandakumar-2020-3,2,depression,1,", lines[^1], StringComparison.Ordinal);
        Assert.Equal(lines, Lines("5"));
        Assert.NotEqual(lines, Lines("6"));
    }

    [Theory]
    [InlineData("--devices, --seed: give --cycles with them", "--devices", "5")]
    [InlineData("--cycles: give a number from 1 to 10000.", "--cycles", "0")]
    [InlineData("--cycles: pulses of other sizes are not measured", "--cycles", "5", "--width", "1 us")]
    [InlineData("error CBS0227: voltage: seed-linear does not say how", "--amplitude", "1 V..2 V")]
    [InlineData("--amplitude: '1..2 V' is no range of sizes above 0 V", "--amplitude", "1..2 V")]
    [InlineData("--amplitude: '-1 V..2 V' is no range", "--amplitude", "-1 V..2 V")]
    [InlineData("--width: '1 V' is no range of sizes above 0 s, such as", "--width", "1 V")]
    [InlineData("--pulses: give --amplitude or --width with it", "--pulses", "5")]
    [InlineData("--pulses: give a number from 1 to 30000.", "--amplitude", "1 V", "--pulses", "0")]
    public void A_ramp_that_cannot_be_is_refused(string message, params string[] arguments)
    {
        var result = Cli.Run(["curves", "seed-linear", .. arguments]);
        Assert.InRange(result.ExitCode, 2, 3);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Suggests_the_preset_that_was_meant()
    {
        var result = Cli.Run("curves", "seed-linr");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("did you mean seed-linear?", result.Errors, StringComparison.Ordinal);
    }
}
