using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class ExperimentLoaderTests
{
    private const string Small = """
        dataset: { name: digits }
        network: { layers: [784, 128, 10] }
        device: seed-linear
        rule: { kind: epoch-sign }
        """;

    [Fact]
    public void A_preset_is_found_by_its_name()
    {
        var device = Assert.IsType<LinearDeviceOptions>(Assert.Single(Load(Small).Device));

        Assert.Equal("seed-linear", device.Name);
        Assert.Equal(50e-6, device.Gmax);
    }

    [Fact]
    public void Absent_keys_have_their_defaults()
    {
        var options = Load(Small);

        Assert.Equal(20, options.Training.Epochs);
        Assert.Equal(1UL, options.Seed);
        Assert.True(options.Dataset.Shuffle);
    }

    [Fact]
    public void A_list_of_devices_may_mix_names_and_mappings()
    {
        var options = Load(Small.Replace(
            "seed-linear", "[seed-nonlinear, { law: linear, gmin: 0 S, gmax: 1 mS }]", StringComparison.Ordinal));

        Assert.IsType<ExponentialDeviceOptions>(options.Device[0]);
        Assert.Equal(1e-3, Assert.IsType<LinearDeviceOptions>(options.Device[1]).Gmax);
    }

    [Fact]
    public void Paths_are_relative_to_the_file_that_names_them()
    {
        using var folder = new TemporaryFolder();
        folder.Write("devices/ä 忆阻器.yaml", "law: linear\ngmin: 1 uS\ngmax: 2 uS\n");
        var file = folder.Write("runs/実験.yaml", """
            dataset: { name: digits }
            network: { layers: [784, 10] }
            device: ../devices/ä 忆阻器.yaml
            rule: { kind: sgd }
            initial: { state: earlier/state.h5 }
            """);

        var options = ExperimentLoader.Load(file, []).OrThrow();

        Assert.Equal(2e-6, Assert.IsType<LinearDeviceOptions>(options.Device[0]).Gmax);
        Assert.Equal(Path.Combine(folder.Path, "runs", "earlier", "state.h5"), options.Initial.State);
    }

    [Fact]
    public void A_problem_in_a_device_file_is_located_in_that_file()
    {
        using var folder = new TemporaryFolder();
        var device = folder.Write("忆阻器.yaml", "law: linear\ngmin: 1 uS\n# comment\ngmax: 5 S\n");
        var file = folder.Write("experiment.yaml", Small.Replace("seed-linear", "忆阻器.yaml", StringComparison.Ordinal));

        var problem = Assert.Single(ExperimentLoader.Load(file, []).Problems);

        Assert.Equal(
            $"{device}:4:7: error CBS0115: device.gmax: 5 S is outside 1 pS .. 10 mS (did you mean 5 uS?)\ngmax: 5 S\n      ^",
            problem.Render());
    }

    [Fact]
    public void A_device_that_several_layers_share_is_reported_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.yaml", "law: linear\ngmin: 1 uS\ngmax: 5 S\n");
        var file = folder.Write(
            "experiment.yaml", Small.Replace("seed-linear", "[bad.yaml, bad.yaml]", StringComparison.Ordinal));

        Assert.Equal("device.0.gmax", Assert.Single(ExperimentLoader.Load(file, []).Problems).Problem.Path);
    }

    [Fact]
    public void The_exception_lists_every_problem()
    {
        var thrown = Assert.Throws<LocatedConfigurationException>(
            () => ExperimentLoader.LoadText("text", "dataset: { nam: x }\nnetwork: 3\n", []).OrThrow());

        Assert.Equal(["network", "device", "rule", "dataset.name", "dataset.nam"], Sorted(thrown));
    }

    private static IEnumerable<string> Sorted(LocatedConfigurationException thrown) =>
        thrown.Problems.Select(p => p.Problem.Path)
            .OrderBy(p => Array.IndexOf(["network", "device", "rule", "dataset.name", "dataset.nam"], p));

    private static ExperimentOptions Load(string text) => ExperimentLoader.LoadText("text", text, []).OrThrow();
}
