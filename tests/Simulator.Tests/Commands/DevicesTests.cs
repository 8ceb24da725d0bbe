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
    [InlineData("pcm-nandakumar-2020", "falling       a pulse resets the device to gmin\n")]
    [InlineData("reram-array-om-gong-2022", "write noise   what is seen after a pulse has 6.7 % of the window more\n")]
    [InlineData("examples/made-up-voltage.yaml", "in series     500 Ohm; the window is that of both\n")]
    public void What_only_some_devices_have_is_told_of_them(string device, string line)
    {
        var file = Path.Combine(Repository.Root, "configs", device);
        Assert.Contains(line, Cli.Run("devices", "show", File.Exists(file) ? file : device).Output, StringComparison.Ordinal);
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
