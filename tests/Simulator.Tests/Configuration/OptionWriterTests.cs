using System.Text.Json;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Configuration;
using CsCheck;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class OptionWriterTests
{
    private static readonly JsonSerializerOptions Infinite = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals
    };

    [Fact]
    public void What_is_written_reads_back_to_equal_options()
    {
        Generated.Experiment.Sample(options =>
        {
            var text = OptionWriter.Write(options);
            var read = ExperimentLoader.LoadText("written", text, []);
            Assert.True(read.Value is not null, string.Join('\n', read.Problems.Select(p => p.Render())) + "\n" + text);

            // Another serializer is the judge: it compares every property, and knows nothing of ours.
            Assert.Equal(JsonSerializer.Serialize(options, Infinite), JsonSerializer.Serialize(read.Value, Infinite));
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Defaults_are_written_out_and_quantities_carry_units()
    {
        var options = ExperimentLoader.LoadText("text", """
            dataset: { name: digits }
            network: { layers: [784, 128, 10] }
            device: seed-nonlinear
            rule: { kind: epoch-sign }
            """, []).OrThrow();

        Assert.Equal("""
            dataset:
              name: digits
              validation: 0
              shuffle: true
              order_seed: 0
            network:
              layers: [784, 128, 10]
              activation: relu
              bias: false
            device:
              law: exponential
              name: seed-nonlinear
              source:
                citation: "The original tutorial program's curves; no measured device."
              pulses: 100
              direction: both
              series_resistance: 0 Ohm
              gmin: 1 uS
              gmax: 50 uS
              potentiation:
                a: 0.8
              depression:
                a: 0.8
            mapping:
              kind: offset
              wmax: 1
              pair: both
            rule:
              kind: epoch-sign
              learning_rate: 0.01
              schedule:
                kind: constant
              compatibility: none
            training:
              epochs: 20
              batch: 32
              evaluate: every-epoch
            initial:
              pulses: uniform
            seed: 1
            backend: auto

            """.ReplaceLineEndings("\n"), OptionWriter.Write(options));
    }

    [Fact]
    public void A_conductance_of_seventeen_digits_is_exact()
    {
        (from exponent in Gen.Double[-12, -2] select Math.Pow(10, exponent)).Sample(gmax =>
        {
            using var folder = new TemporaryFolder();
            var file = folder.Write("device.yaml", OptionWriter.Write(new LinearDeviceOptions { Gmin = 0, Gmax = gmax }));

            Assert.Equal(gmax, DeviceLoader.Load(file).OrThrow().Window.Gmax);
        }, iter: 300, threads: 1);
    }
}
