using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Imports;
using CrossbarSim.Simulator.Tests.Commands;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Imports;

public sealed class ImportTests : ScratchFolder
{
    private const string Small = "class=ConstantStepDevice dw_min=0.01 w_min=-1 w_max=1";

    /// <summary>The presets of aihwkit, and the seven devices of NeuroSim's manual, beside the shipped device of each.</summary>
    public static TheoryData<string, string> Presets => new()
    {
        { "reram-exp-gong-2018", "class=ReRamESPresetDevice dw_min=0.00135 up_down=0.259359 up_down_dtod=0.05 w_max=1 w_min=-1 "
            + "w_max_dtod=0.3 w_min_dtod=0.3 dw_min_dtod=0.2 dw_min_std=5 a=-0.5 b=-0.5 gamma_up=5 gamma_down=5 A_up=-1.18445 "
            + "A_down=-0.081404 write_noise_std=75" },
        { "reram-soft-gong-2018", "class=ReRamSBPresetDevice dw_min=0.002 up_down=0 up_down_dtod=0.01 w_max=1.25 w_min=-0.75 "
            + "w_max_dtod=0.24 w_min_dtod=0.4 dw_min_dtod=0.3 dw_min_std=3.75 mult_noise=False write_noise_std=56" },
        { "capacitor-li-2018", "class=CapacitorPresetDevice dw_min=0.005 up_down=0 up_down_dtod=0.06 w_max=1 w_min=-1 "
            + "w_max_dtod=0.07 w_min_dtod=0.07 dw_min_dtod=0.1 dw_min_std=0.3 gamma_up=0.05 gamma_down=0.05 gamma_up_dtod=0.01 "
            + "gamma_down_dtod=0.01 mult_noise=False lifetime=1e6 lifetime_dtod=0.3" },
        { "ecram-tang-2018", "class=EcRamPresetDevice dw_min=0.002 up_down=0 up_down_dtod=0.01 w_max=1.1724 w_min=-0.8276 "
            + "w_max_dtod=0.05 w_min_dtod=0.05 dw_min_dtod=0.1 dw_min_std=0.3 gamma_up=0.1153 gamma_down=0.5085 "
            + "gamma_up_dtod=0.05 gamma_down_dtod=0.05 mult_noise=True" },
        { "ecram-oxide-kim-2019", "class=EcRamMOPresetDevice dw_min=2.8214e-4 up_down=0 up_down_dtod=0.01 w_max=1.1714 "
            + "w_min=-0.8286 w_max_dtod=0.05 w_min_dtod=0.05 dw_min_dtod=0.1 dw_min_std=2 gamma_up=0.4152 gamma_down=0.7342 "
            + "gamma_up_dtod=0.05 gamma_down_dtod=0.05 mult_noise=True" },
        { "constant-step-gokmen-2016", "class=GokmenVlasovPresetDevice dw_min=0.0016 up_down=0 up_down_dtod=0.01 w_max=1 "
            + "w_min=-1 w_max_dtod=0.3 w_min_dtod=0.3 dw_min_dtod=0.3 dw_min_std=0.3" },
        { "constant-step-rasch-2019", "class=IdealizedPresetDevice dw_min=0.0002 up_down=0 up_down_dtod=0 w_max=1 w_min=-1 "
            + "w_max_dtod=0.3 w_min_dtod=0.3 dw_min_dtod=0.3 dw_min_std=0.3" },
        { "pcm-nandakumar-2020", "class=PCMPresetDevice dw_min=0.01 w_max=2 w_min=0 w_max_dtod=0.1 w_min_dtod=0 dw_min_dtod=0.2 "
            + "up_down_dtod=0.05 a=-1 b=0 gamma_up=2.5 gamma_down=2.5 A_up=-27.235 A_down=-2.235 dw_min_std=0.6 "
            + "dw_min_std_add=0.042 dw_min_std_slope=0.108 reset=0.01 reset_dtod=0.02" },
        { "reram-array-om-gong-2022", Array(0.0949, 0.7829, 0.4158, 1.4113, 0.3499, 0.5695) },
        { "reram-array-hfo2-gong-2022", Array(0.4622, 0.7125, 0.2174, 0.5841, 0.4295, 0.5990) },
        { "ag-asi-jo-2010", Cell(97, 100, 2.4, -4.88, 26e6, 12.5, 0.035) },
        { "taox-hfox-wu-2018", Cell(128, 128, 0.04, -0.63, 100e3, 10, 0.037) },
        { "pcmo-park-2013", Cell(50, 50, 3.68, -6.76, 23e6, 6.84, 0.01) },
        { "alox-hfo2-woo-2016", Cell(40, 40, 1.94, -0.61, 16.9e3, 4.43, 0.05) },
        { "gst-chen-2018", Cell(100, 120, 0.105, 2.4, 4.71e3, 19.8, 0.015) },
        { "ag-sige-choi-2018", Cell(64, 64, 0.5, -0.5, 81e3, 50.2, 0.02) },
        { "hzo-jerry-2017", Cell(32, 32, 1.75, 1.46, 559e3, 45, 0.005) },
    };

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_comes_out_as_the_device_that_is_shipped(string name, string words)
    {
        var (shipped, imported) = (DeviceLoader.Load(name).OrThrow(), Import(words).Device);

        Near.Equal(1, imported.Window.Gmin / shipped.Window.Gmin, 1e-6, "gmin");
        Near.Equal(1, imported.Window.Gmax / shipped.Window.Gmax, 1e-6, "gmax");
        var (expected, law) = (shipped.CreateLaw(), imported.CreateLaw());
        Near.Equal(expected.Potentiation.Fractions(), law.Potentiation.Fractions(), 1e-5, "up");
        Near.Equal(expected.Depression.Fractions(), law.Depression.Fractions(), 1e-5, "down");
        Assert.Equal(shipped.Variation!.C2c!.Of, imported.Variation!.C2c!.Of);
        Near.Equal(shipped.Variation.C2c.Sigma, imported.Variation.C2c.Sigma, 1e-5, "noise");
        Near.Equal(shipped.Variation.Write?.Sigma ?? 0, imported.Variation.Write?.Sigma ?? 0, 2e-5, "write noise");
        Assert.Equal(shipped.Direction, imported.Direction);
        Assert.All(Spreads(shipped).Zip(Spreads(imported)), pair => Near.Equal(pair.First, pair.Second, 0.003, "spread"));
    }

    [Fact]
    public void Json_lines_of_C_and_words_are_the_same()
    {
        var json = Write("a.json", "{\"class\": \"ConstantStepDevice\", \"dw_min\": 0.01, \"w_min\": -1.0, \"w_max\": 1}");
        var lines = Write("a.txt", "class = ConstantStepDevice // a comment\n\tdw_min = 0.01; w_min = -1;\nw_max=1 # another\n");
        var expected = Import(Small).Yaml.Split("figure")[0];

        Assert.Equal(expected, new DeviceImporter("imported", Window).Run(json, []).Yaml.Split("figure")[0]);
        Assert.Equal(expected, new DeviceImporter("imported", Window).Run(lines, []).Yaml.Split("figure")[0]);
        var finer = new DeviceImporter("x", Window).Run(json, ["dw_min=0.02"]).Yaml;
        Assert.Contains("step: 0.01\n", finer, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_that_is_not_imported_is_told_unless_it_is_off()
    {
        var notes = Import(Small + " write_noise_std=75 lifetime=0 reset_std=0.01 colour=red drift=None").Notes;

        Assert.Equal(["write_noise_std", "reset_std", "colour"], notes.Select(note => note.Problem.Path));
        Assert.All(notes, note => Assert.Equal(("CBS1706", Severity.Warning), (note.Problem.Code, note.Problem.Severity)));
    }

    [Fact]
    public void A_cell_has_its_transistor_in_series_and_its_noise_in_siemens_or_shares()
    {
        var cell = "maxConductance=40e-9 minConductance=10e-9 maxNumLevelLTP=9 maxNumLevelLTD=9 NL_LTP=1 NL_LTD=-1 ";
        Assert.Equal(15e3, Import(cell + "cmosAccess=true resistanceAccess=15e3").Device.SeriesResistance);
        Assert.Equal(0, Import(cell + "cmosAccess=false resistanceAccess=15e3").Device.SeriesResistance);
        Near.Equal(0.02, Import(cell + "sigmaCtoC=0.6e-9").Device.Variation!.C2c!.Sigma, 1e-12, "siemens");
        Near.Equal(0.02, Import(cell + "sigmaCtoC=0.02").Device.Variation!.C2c!.Sigma, 1e-12, "share");
        Assert.Equal(0.1, Import(cell + "sigmaDtoD=0.1").Device.Variation!.D2d!.Nonlinearity);
        Assert.Equal(0.05, Import(cell + "maxConductanceVar=2e-9").Device.Variation!.D2d!.Gmax);
        var inA = "maxConductance=40e-9 minConductance=10e-9 maxNumLevelLTP=9 maxNumLevelLTD=9 paramALTP=4 paramALTD=-4";
        Assert.Equal(4, Assert.IsType<NeurosimDeviceOptions>(Import(inA).Device).Potentiation.APulses);
    }

    [Theory]
    [InlineData("dw_min=0.01 w_min=-1", "CBS1701", "w_max")]
    [InlineData("dw_min=0.01 w_min=1 w_max=-1", "CBS1702", "w_max")]
    [InlineData("dw_min=small w_min=-1 w_max=1", "CBS1702", "dw_min")]
    [InlineData("class=SoftBoundsDevice dw_min=0.01 w_min=0 w_max=1", "CBS1702", "w_min")]
    [InlineData("class=PiecewiseStepDevice dw_min=0.01 w_min=-1 w_max=1 piecewise_up=[1,2]", "CBS1701", "piecewise_down")]
    [InlineData("class=OneSidedUnitCell dw_min=0.01", "CBS1703", "class")]
    [InlineData("speed=11", "CBS1705", "")]
    [InlineData("maxNumLevelLTP=9.5 maxNumLevelLTD=9 NL_LTP=1 NL_LTD=-1 Ron=1e5 onOffRatio=10", "CBS1702", "maxNumLevelLTP")]
    [InlineData("maxNumLevelLTP=9 maxNumLevelLTD=9 NL_LTP=1 NL_LTD=-1 onOffRatio=10", "CBS1701", "maxConductance")]
    [InlineData("maxNumLevelLTP=9 maxNumLevelLTD=9 NL_LTP=11 NL_LTD=-1 Ron=1e5 onOffRatio=10",
        "CBS0115", "potentiation.nonlinearity")]
    public void What_cannot_be_imported_is_refused_at_its_place(string words, string code, string path)
    {
        var problems = Assert.Throws<LocatedConfigurationException>(() => Import(words)).Problems;
        Assert.Contains((code, path), problems.Select(p => (p.Problem.Code, p.Problem.Path)));
    }

    [Theory]
    [InlineData("{\"dw_min\":\n 0.1,, }", 2)]
    [InlineData("[1, 2]", 1)]
    [InlineData("dw_min = 0.1\nhello\nw_max = 1\n", 2)]
    [InlineData("dw_min = 0.1\ndw_min = 0.2\n", 2)]
    public void A_file_that_cannot_be_read_is_answered_with_its_line(string text, int line)
    {
        var file = Write("bad", text);
        var problems = Assert.Throws<LocatedConfigurationException>(() => new DeviceImporter("x", Window).Run(file, [])).Problems;
        Assert.Equal(line, problems[0].At.Line);
    }

    [Fact]
    public void The_verb_writes_the_file_and_tells_what_it_left_out()
    {
        var file = Write("ecram.txt", "class = ConstantStepDevice\ndw_min = 0.01\nw_min = -1\nw_max = 1\nlifetime = 5\n");
        var result = Cli.Run("devices", "import", file, "--out", In("devices/mine.yaml"), "--gmax", "20 uS");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains(":5:1: warning CBS1706: lifetime: ", result.Errors, StringComparison.Ordinal);
        var device = DeviceLoader.Load(In("devices/mine.yaml")).OrThrow();
        Assert.Equal(("mine", 20e-6), (device.Name, device.Window.Gmax));
        Assert.Contains("imported from ecram.txt", device.Source!.Figure, StringComparison.Ordinal);
    }

    private static ConductanceWindow Window => new(10e-6, 50e-6);

    private static LocatedImport Import(string words) => new DeviceImporter("imported", Window).Run(null, words.Split(' '));

    private static string Cell(int up, int down, double labelUp, double labelDown, double ohms, double ratio, double sigma) =>
        FormattableString.Invariant($"maxNumLevelLTP={up} maxNumLevelLTD={down} NL_LTP={labelUp} NL_LTD={labelDown} Ron={ohms} ")
        + FormattableString.Invariant($"onOffRatio={ratio} sigmaCtoC={sigma}");

    private static string Array(double step, double spread, double noise, double write, double high, double low) =>
        FormattableString.Invariant($"class=SoftBoundsReferenceDevice dw_min={step} dw_min_dtod={spread} ")
        + FormattableString.Invariant($"dw_min_dtod_log_normal=True up_down_dtod=0.01 dw_min_std={noise} w_max=1 w_min=-1 ")
        + FormattableString.Invariant($"mult_noise=False write_noise_std={write} w_max_dtod={high} w_min_dtod={low}");

    // Relative to the nominal parameter, and where a truncated spread ends.
    private static double[] Spreads(DeviceOptions device) =>
    [
        .. (device.Variation?.D2d?.All ?? []).SelectMany(pair => SpreadOptions.Differs(pair.Spread)
            ? new[] { pair.Spread!.RelativeTo(device.NominalOf(pair.Key)), pair.Spread.Cut ?? 0 }
            : [0, 0]),
    ];
}
