using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class CompareFigureTests : FigureFolder
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(11, 2)]
    public void Any_number_of_devices_and_seeds_is_drawn(int devices, int seeds)
    {
        var summaries = Enumerable.Range(0, devices).Select(k => Summary(k, seeds)).ToList();
        Picture.AssertSound(NonlinearityFigure.Save(summaries, Base("nonlinearity"), "Title"));
        var pulses = PulsesPerDeviceFigure.Save(summaries, Base("pulses"), "Title");
        Picture.AssertSound(pulses);
        Assert.Contains("device-0: mean 60.4, 99 % up to 1,000, most 1,000", Picture.Texts(pulses.Svg));
    }

    [Fact]
    public void Devices_that_were_never_pulsed_are_drawn()
    {
        var pulses = new PulseCounts();
        pulses.Add(new LayerState(5));
        Picture.AssertSound(PulsesPerDeviceFigure.Save([Summary(0, 2) with { Pulses = pulses }], Base("pulses"), ""));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public void Parameters_are_drawn_with_the_costliest_on_top(int devices, bool withInterval)
    {
        var rows = Enumerable.Range(0, devices).SelectMany(device => new[] { -0.01, 0.02, 0.005 }.Select((gain, k) =>
            new SensitivityRow($"device-{device}", $"parameter-{k}", SeedInterval.Of([0.9]), new PairedDifference(
                new(gain, withInterval ? gain - 0.002 : null, withInterval ? gain + 0.002 : null, 3), null), null))).ToList();
        var files = SensitivityFigure.Save(rows, Base("sensitivity"), "Title");
        Picture.AssertSound(files);
        Assert.Contains("device-0", Picture.Texts(files.Svg));
    }

    private static DeviceSummary Summary(int k, int seeds)
    {
        var pulses = new PulseCounts();
        pulses.Add(new LayerState(17) { PotentiationPulses = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 0, 1, 1000] });
        return new DeviceSummary($"device-{k}", 10, SeedInterval.Of([.. Enumerable.Range(0, seeds).Select(s => 0.9 + 0.01 * s)]),
            null, null, 0.1 * k, -0.2 * k, pulses, null);
    }
}
