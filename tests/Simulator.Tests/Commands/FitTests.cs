using System.Globalization;
using System.Text;
using System.Text.Json;
using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class FitTests : ScratchFolder
{
    private static readonly string[] Files =
    [
        "mine.yaml", "mine-fit.csv", "mine-fit.png", "mine-fit.svg", "mine-fit-residuals.png", "mine-fit-residuals.svg",
    ];

    [Fact]
    public void A_curve_of_a_device_becomes_the_device_again()
    {
        var curves = Cli.Run("curves", "seed-nonlinear");
        var result = Cli.Run("fit", Write("curves.csv", curves.Output), "--out", In("fits/mine.yaml"), "-q");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Errors);
        var lines = result.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(Files.Select(file => In($"fits/{file}")), lines[^Files.Length..]);
        Assert.All(Files, file => Assert.True(File.Exists(In($"fits/{file}"))));
        var device = Assert.IsType<ExponentialDeviceOptions>(DeviceLoader.Load(In("fits/mine.yaml")).OrThrow());
        Assert.Equal(0.8, device.Potentiation.A, 1e-6);
        Assert.Equal(1e-6, device.Gmin, 1e-12);
        Assert.Equal(50e-6, device.Gmax, 1e-11);
        Assert.Equal((100, "mine"), (device.Pulses, device.Name));
        Assert.StartsWith("exponential by weighted least squares to curves.csv (202 rows, 1 device, 1 cycle, "
            + "100 potentiation and 100 depression pulses)", device.Source!.Fit, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_data_have_no_noise()
    {
        var result = Cli.Run("fit", Write("exact.csv", "pulse,conductance_uS\n0,1\n1,2\n2,3\n3,4\n"), "-q");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("noise: none; what the law leaves is rounding", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Devices_that_are_measured_by_the_program_are_found_again()
    {
        var truth = Write("truth.yaml", """
            law: exponential
            gmin: 2 uS
            gmax: 40 uS
            potentiation: { a: -0.4 }
            depression: { a: 0.4 }
            variation: { c2c: { sigma: 0.01, of: window }, d2d: { gmax: 0.05 }, read: { sigma: 0.01 } }
            """);
        Assert.Equal(0, Cli.Run("curves", truth, "--cycles", "20", "--devices", "10", "--out", Folder).ExitCode);
        var result = Cli.Run("fit", In("measured.csv"), "--out", In("mine.yaml"), "-q");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("10 devices, 200 cycles", result.Output, StringComparison.Ordinal);
        var device = Assert.IsType<ExponentialDeviceOptions>(DeviceLoader.Load(In("mine.yaml")).OrThrow());
        Assert.Equal(-0.4, device.Potentiation.A, 0.04);
        Assert.Equal(0.01, device.Variation!.C2c!.Sigma, 0.001);
        Assert.InRange(device.Variation.D2d!.Gmax!.RelativeTo(device.Gmax), 0.02, 0.08);
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        var file = Write("measured.csv", Measured());
        foreach (var folder in new[] { "a", "b" })
            Assert.Equal(0, Cli.Run("fit", file, "--out", In($"{folder}/mine.yaml"), "-q").ExitCode);
        Assert.All(Files, name => Assert.Equal(File.ReadAllBytes(In($"a/{name}")), File.ReadAllBytes(In($"b/{name}"))));
    }

    [Fact]
    public void The_table_names_the_laws_that_draw_the_same_curve()
    {
        var result = Cli.Run("fit", Write("measured.csv", Measured()));

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            "measured.csv: 122 rows, 1 device, 1 cycle, 60 potentiation and 60 depression pulses",
            result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n1 +exponential +4 ", result.Output);
        Assert.Matches(@"\n1 +neurosim .* same curve as exponential\r?\n", result.Output);
        Assert.Contains("read noise", result.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_law_can_be_asked_for()
    {
        var result = Cli.Run("fit", Write("measured.csv", Measured()), "--law", "pow-step", "--out", In("mine.yaml"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("law: pow-step", File.ReadLines(In("mine.yaml")).First());
        Assert.Equal(0, Cli.Run("check", In("mine.yaml")).ExitCode);
    }

    [Fact]
    public void The_table_of_laws_has_a_row_for_every_parameter()
    {
        Cli.Run("fit", Write("measured.csv", Measured()), "--out", In("mine.yaml"));
        var lines = File.ReadAllLines(In("mine-fit.csv"));
        Assert.Equal("rank,law,same_curve_as,chosen,free_parameters,rmse_siemens,rmse_of_window,r2,aic,bic,"
            + "parameter,unit,value,low_95,high_95,at_bound", lines[0]);
        Assert.StartsWith("1,exponential,,yes,4,", lines[1], StringComparison.Ordinal);
        Assert.Equal(["gmin", "gmax", "potentiation.a", "depression.a"], lines[1..5].Select(line => line.Split(',')[10]));
    }

    [Fact]
    public void Json_has_laws_parameters_noise_and_files()
    {
        var result = Cli.Run("fit", Write("measured.csv", Measured()), "--json", "--out", In("mine.yaml"));
        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal("exponential", root.GetProperty("chosen").GetString());
        Assert.Equal(10, root.GetProperty("laws").GetArrayLength());
        Assert.Equal("gmin", root.GetProperty("laws")[0].GetProperty("parameters")[0].GetProperty("key").GetString());
        Assert.InRange(root.GetProperty("cycle_to_cycle").GetProperty("read_noise_of_window").GetDouble(), 0.005, 0.02);
        Assert.Equal(6, root.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void Several_devices_have_a_table_of_their_own()
    {
        var result = Cli.Run("fit", Write("measured.csv", Measured(devices: 3)), "--out", In("mine.yaml"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1 + 3 * 4, File.ReadAllLines(In("mine-fit-devices.csv")).Length);
        Assert.Contains("device to device", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_units_and_the_read_voltage_can_be_given()
    {
        var text = Measured().Replace("conductance_uS", "I", StringComparison.Ordinal)
            .Replace("pulse", "shots", StringComparison.Ordinal);
        var result = Cli.Run("fit", Write("measured.csv", text), "--column", "current=I", "--column", "pulse=shots",
            "--unit", "current=nA", "--read-voltage", "100 mV");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("nS", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--column,pulse", "error: --column: 'pulse' is not quantity=value.")]
    [InlineData("--unit,conductence=uS", "(did you mean conductance?).")]
    [InlineData("--column,pulse=a,--column,pulse=b", "error: --column: 'pulse' is given twice.")]
    [InlineData("--read-voltage,5", "error: --read-voltage: '5' is not a voltage such as \"0.1 V\".")]
    [InlineData("--law,cubic", "error: Argument 'cubic' not recognized. Must be one of: 'linear', 'exponential', 'table'")]
    public void A_wrong_option_is_wrong_usage(string options, string message)
    {
        var result = Cli.Run(["fit", "measured.csv", .. options.Split(',')]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_answered_with_its_line_and_nothing_is_written()
    {
        var file = Write("measured.csv", "pulse,conductance_uS\n0,1\n1,nan\n2,3\n");
        var result = Cli.Run("fit", file, "--out", In("fits/mine.yaml"));

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            $"{file}:3: error CBS1206: conductance_uS: nan is no measurement: remove rows of reads that failed",
            result.Errors.TrimEnd());
        Assert.False(Directory.Exists(In("fits")));
    }

    [Fact]
    public void A_file_that_is_not_there_a_folder_and_the_measured_file_itself_are_refused()
    {
        var file = Write("mine-fit.csv", Measured());
        AssertRefused($"{In("none.csv")}: error CBS0107: there is no such file", In("none.csv"));
        AssertRefused("error CBS0107: this is a folder; give a file", Folder);
        AssertRefused("error CBS1220: out: ", file, "--out", Folder);
        AssertRefused("error CBS1220: out: the results would overwrite the measured file", file, "--out", In("mine.yaml"));
    }

    private static void AssertRefused(string message, params string[] arguments)
    {
        var result = Cli.Run(["fit", .. arguments]);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    // Exponential, A = -0.6 up and 0.4 down, 60 pulses, 1 % of noise that comes of itself.
    private static string Measured(int devices = 1)
    {
        var text = new StringBuilder("device,direction,pulse,conductance_uS\n");
        var (up, down) = (new ExponentialCurve(-0.6), new ExponentialCurve(0.4));
        for (var device = 0; device < devices; device++)
            for (var n = 0; n < 122; n++)
            {
                var (rising, pulse) = (n <= 60, n <= 60 ? n : n - 61);
                var u = rising ? up.Fraction(pulse / 60.0) : down.Fraction(1 - pulse / 60.0);
                var noise = 0.014 * Math.Sin(n * n * 1.7 + device);
                text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                    $"D{device},{(rising ? "up" : "down")},{pulse},{10 + 40 * (u + noise):G8}"));
            }

        return text.ToString();
    }
}
