using System.Text.Json;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Tests.Configuration;
using CrossbarSim.Simulator.Tests.Plots;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class DevicesTests : ScratchFolder
{
    [Fact]
    public void Lists_every_preset_with_its_numbers()
    {
        var result = Cli.Run("devices");
        var lines = Lines(result.Output);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(DevicePresets.Names, lines[1..].Select(line => line.Split(' ')[0]));
        Assert.Matches(@"^ag-asi-jo-2010 +neurosim +97 +100 +12\.5 +2\.4 +-4\.88 +3\.5 % of window +-$", lines[1]);
    }

    [Fact]
    public void Prints_the_list_as_json()
    {
        var list = JsonDocument.Parse(Cli.Run("devices", "--json").Output).RootElement.EnumerateArray().ToList();
        var ecram = list.Single(device => device.GetProperty("name").GetString() == "ecram-tang-2018");

        Assert.Equal(DevicePresets.Names.Count, list.Count);
        Assert.Equal("step", ecram.GetProperty("c2c_of").GetString());
        Assert.Equal(0.0291, ecram.GetProperty("d2d").GetProperty("gamma").GetDouble());
        Assert.Equal(5, ecram.GetProperty("on_off_ratio").GetDouble(), 1e-12);
    }

    [Fact]
    public void Draws_all_curves_on_one_sheet()
    {
        var result = Cli.Run("devices", "--out", In("sheet.png"));

        Assert.True(result.ExitCode == 0, result.Errors);
        Picture.AssertSound(new(In("sheet.png"), In("sheet.svg")));
        Assert.Superset(DevicePresets.Names.ToHashSet(), Picture.Texts(In("sheet.svg")).ToHashSet());
    }

    [Fact]
    public void Explains_a_device_in_words_and_numbers()
    {
        var result = Cli.Run("devices", "show", "ag-asi-jo-2010");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.All(
            [
                "law           neurosim, a curve for each direction",
                "window        3.077 nS to 38.46 nS, on/off ratio 12.5",
                "pulses        97 rising and 100 falling ones cross the window",
                "rising        first, middle and last pulse move 2.36 %",
                "saturating, nonlinearity -4.88",
                "noise         a pulse has a standard deviation of 3.5 % of the window; 13 of 98 states are two of these apart",
                "spread        none from device to device",
                "doi           10.1021/nl904092h",
            ],
            (string text) => Assert.Contains(text, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_device_of_one_curve_has_no_symmetry_point()
    {
        Assert.Contains("pulses up and down cancel everywhere", Cli.Run("devices", "show", "seed-linear").Output,
            StringComparison.Ordinal);
        var facts = JsonDocument.Parse(Cli.Run("devices", "show", "seed-linear", "--json").Output).RootElement;
        Assert.Equal(JsonValueKind.Null, facts.GetProperty("symmetry_fraction").ValueKind);
        Assert.Equal(101, facts.GetProperty("distinct_states").GetInt32());
    }

    [Fact]
    public void Explains_a_file_and_draws_its_curves()
    {
        var file = Write("mine.yaml", "name: mine\nlaw: soft-bounds\ngmin: 0 S\ngmax: 5 uS\npotentiation: { step: 0.1 }\n");
        var result = Cli.Run("devices", "show", file, "--out", In("curves"));

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.All(Lines(result.Output).TakeLast(6), path => Assert.True(File.Exists(path), path));
        Assert.Contains("2.5 uS, 50 % of the window", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("train,noise,pulse,conductance_siemens\nup-down,no,0,0\n", File.ReadAllText(In("curves/pulses.csv")),
            StringComparison.Ordinal);
        Picture.AssertSound(new(In("curves/pulses.png"), In("curves/pulses.svg")));
    }

    [Theory]
    [InlineData("pcm-nandakumar-2020", "falling       a pulse resets the device to gmin: for differential pairs that are")]
    [InlineData("pcm-nandakumar-2020", "pulses        72 rising ones cross the window\n")]
    [InlineData("reram-array-om-gong-2022", "write noise   after each pulse the conductance that is seen lies 6.7 %")]
    [InlineData("reram-array-om-gong-2022", "step 78.3 % (log-normal)")]
    [InlineData("gst-chen-2018", "pulses up and down move equally far; alternating pulses lead away from there, to the ends")]
    [InlineData("constant-step-gokmen-2016", "symmetry      pulses up and down cancel everywhere\n")]
    [InlineData("examples/made-up-voltage.yaml", "voltage       rising 1.2 V for 100 ns, nothing moves up to 700 mV")]
    [InlineData("examples/made-up-voltage.yaml", "in series     500 Ohm; the window is that of both\n")]
    public void What_only_some_devices_have_is_told_of_them(string device, string line)
    {
        var file = Path.Combine(Repository.Root, "configs", device);
        Assert.Contains(line, Cli.Run("devices", "show", File.Exists(file) ? file : device).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_variation_is_told_in_words()
    {
        var file = Write("old.yaml", """
            law: linear
            gmin: 1 uS
            gmax: 50 uS
            pulses: 100
            variation:
              read: { sigma: 0.01 }
              faults: { stuck_gmin: 0.01, unformed: 0.02, sluggish: { share: 0.05, gain: 0.1 } }
              endurance: { pulses: 1e6, sigma: 0.3 }
              drift: { nu: 0.05, sigma: 0.01 }
              retention: { tau: 1 year, sigma: 0.5, toward: middle }
              rtn: { share: 0.1, amplitude: 0.05 }
            """);
        var output = Cli.Run("devices", "show", file).Output;

        Assert.All(
            [
                "read noise    each reading of a device has a standard deviation of 1 % of the window\n",
                "faults        1 % of the devices stuck at gmin, 2 % of the devices unformed, at 0 S, 5 % of the devices "
                    + "sluggish, moved by a pulse 10 % as far\n",
                "endurance     a device refuses every pulse after 1,000,000 pulses; two devices in three after 740,818 pulses "
                    + "to 1,349,859 pulses\n",
                "drift         exponent 0.05 +- 0.01: from 20 s after programming on the conductance falls; it has lost "
                    + "34.2 % after 1 day, 51 % after 1 year\n",
                "retention     a state relaxes toward middle; left of its distance are 99.7 % after 1 day, 36.8 % after 1 year; "
                    + "two devices in three reach 36.8 % after 221 day to 1.65 year\n",
                "rtn           10 % of the devices have a trap, which in 50 % of the readings lowers the conductance by 5 % "
                    + "of itself\n",
            ],
            (string line) => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_device_that_is_not_there_is_answered_with_what_was_meant()
    {
        var result = Cli.Run("devices", "show", "ag-asi-jo-2011");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("did you mean ag-asi-jo-2010?", result.Errors, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
}
