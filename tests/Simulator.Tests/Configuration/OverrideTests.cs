using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class OverrideTests
{
    private const string Shared = """
        dataset: { name: digits }
        network: { layers: [784, 128, 10] }
        device: seed-nonlinear
        rule: { kind: epoch-sign }
        """;

    private static readonly string PerLayer =
        Shared.Replace("seed-nonlinear", "[seed-nonlinear, seed-nonlinear]", StringComparison.Ordinal);

    [Fact]
    public void Any_key_can_be_set_also_one_that_the_file_lacks()
    {
        var options = Load(Shared, "training.epochs=5", "network.layers=[784, 10]", "initial.spread=0.1");

        Assert.Equal(5, options.Training.Epochs);
        Assert.Equal([784, 10], options.Network.Layers);
        Assert.Equal([0.1], options.Initial.Spread!);
    }

    [Fact]
    public void A_key_inside_the_device_sets_every_layer()
    {
        var options = Load(PerLayer, "device.potentiation.a=0.5", "device.depression.a=0.5");

        Assert.All(options.Device, d => Assert.Equal(0.5, ((ExponentialDeviceOptions)d).Potentiation.A));
    }

    [Fact]
    public void A_key_inside_one_layers_device_sets_that_layer()
    {
        var options = Load(PerLayer, "device.1.gmax=20 uS");

        Assert.Equal([50e-6, 20e-6], options.Device.Select(d => d.Window.Gmax));
    }

    [Fact]
    public void One_device_for_all_becomes_one_per_layer_when_a_layer_is_set()
    {
        var options = Load(Shared, "device.1.gmax=20 uS", "device.0=seed-linear");

        Assert.IsType<LinearDeviceOptions>(options.Device[0]);
        Assert.Equal(20e-6, options.Device[1].Window.Gmax);
    }

    [Fact]
    public void A_whole_device_is_set_before_its_keys_whatever_the_order()
    {
        var options = Load(Shared, "device.gmax=20 uS", "device=seed-linear");

        Assert.Equal(20e-6, Assert.IsType<LinearDeviceOptions>(Assert.Single(options.Device)).Gmax);
    }

    [Fact]
    public void A_whole_device_replaces_one_that_does_not_exist()
    {
        var text = Shared.Replace("seed-nonlinear", "nowhere.yaml", StringComparison.Ordinal);

        Assert.Equal("seed-linear", Assert.Single(Load(text, "device=seed-linear").Device).Name);
    }

    [Fact]
    public void A_later_override_wins()
    {
        Assert.Equal(7, Load(Shared, "training.epochs=5", "training.epochs=7").Training.Epochs);
    }

    [Fact]
    public void Options_with_a_key_of_their_own_are_overrides_too()
    {
        ConfigurationOverride[] given =
            [ConfigurationOverride.Option("--seed", "seed", "7"), ConfigurationOverride.Option("--backend", "backend", "cpuu")];

        var problem = Assert.Single(ExperimentLoader.LoadText("text", Shared, given).Problems);

        Assert.Equal(
            "--backend cpuu: error CBS0117: backend: 'cpuu' is not one of auto, reference, cpu, cuda, opencl (did you mean cpu?)",
            problem.Render());
    }

    [Theory]
    [InlineData("device.gmax=5 S",
        "--set device.gmax=5 S: error CBS0115: device.0.gmax: 5 S is outside 1 pS .. 10 mS (did you mean 5 uS?)")]
    [InlineData("device.gmax=50",
        "--set device.gmax=50: error CBS0116: device.0.gmax: 50 has no unit (did you mean 50 uS?)")]
    [InlineData("training.epoch=5",
        "--set training.epoch=5: error CBS0111: training.epoch: there is no such key (did you mean epochs?)")]
    [InlineData("training.epochs",
        "--set training.epochs: error CBS0120: this sets nothing: write path=value, such as training.epochs=5")]
    [InlineData("a..b=5",
        "--set a..b=5: error CBS0120: this sets nothing: write path=value, such as training.epochs=5")]
    [InlineData("seed=",
        "--set seed=: error CBS0119: seed: no value is given where a whole number is expected")]
    [InlineData("device=seed-liner",
        "--set device=seed-liner: error CBS0108: device: 'seed-liner' is neither a preset (linear-100, linear-1000,"
        + " linear-32, saturating-100, seed-linear, seed-nonlinear, two-branch-100) nor the path of a .yaml file"
        + " (did you mean seed-linear?)")]
    [InlineData("device.2.gmax=5 uS",
        "--set device.2.gmax=5 uS: error CBS0120: device.2.gmax: the list has 2 items, counted from 0: there is no item 2")]
    [InlineData("network.layers=[784, 10",
        "--set network.layers=[784, 10: error CBS0101: this is not valid YAML: while parsing a flow sequence, did"
        + " not find expected ',' or ']'.")]
    public void A_wrong_override_is_located_on_the_command_line(string argument, string expected)
    {
        var result = ExperimentLoader.LoadText("text", PerLayer, [ConfigurationOverride.Set(argument)]);

        Assert.Equal(expected, Assert.Single(result.Problems).Render().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Problems_of_overrides_come_after_those_of_the_file()
    {
        var result = ExperimentLoader.LoadText("text", Shared + "\nzeal: 1\n", [ConfigurationOverride.Set("seed=x")]);

        Assert.Equal(["zeal", "seed"], result.Problems.Select(p => p.Problem.Path));
    }

    private static ExperimentOptions Load(string text, params string[] overrides) =>
        ExperimentLoader.LoadText("text", text, [.. overrides.Select(ConfigurationOverride.Set)]).OrThrow();
}
