using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>How the trains of a sample are planned.</summary>
public sealed class PulseTrainsTests
{
    private const double Granularity = 0.001;
    private const double Bound = 1e-12;

    private static readonly Gen<(double Rate, double Input, double Delta)> Samples =
        Gen.Select(Gen.Double[0.001, 1], Gen.Double[0.01, 1], Gen.Double[1e-6, 1]);

    [Fact]
    public void A_sample_without_inputs_or_deltas_has_no_trains()
    {
        Assert.Equal(0, PulseTrains.Plan(new Stochastic(0.1), Granularity, 0, 1).Slots);
        Assert.Equal(0, PulseTrains.Plan(new Stochastic(0.1), Granularity, 1, 0).Slots);
    }

    [Theory]
    [InlineData(0.1, 1, 0.0499, 5)]
    [InlineData(0.1, 1, 0.0501, 6)]
    [InlineData(0.1, 1, 1e-9, 1)]
    [InlineData(0.1, 1, 1, 31)]
    public void Managed_trains_are_as_long_as_the_largest_product_needs(double rate, double input, double delta, int slots) =>
        Assert.Equal(slots, PulseTrains.Plan(new Stochastic(rate), Granularity, input, delta).Slots);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Unmanaged_trains_have_the_length_of_the_rule(bool update) =>
        Samples.Sample(sample =>
        {
            var rule = new Stochastic(sample.Rate, 9, update, LengthManagement: false);
            Assert.Equal(9, PulseTrains.Plan(rule, Granularity, sample.Input, sample.Delta).Slots);
        });

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Scales_give_the_expected_pulses_of_the_rate(bool update, bool length) =>
        Samples.Sample(sample =>
        {
            var rule = new Stochastic(sample.Rate, 31, update, length);
            var trains = PulseTrains.Plan(rule, Granularity, sample.Input, sample.Delta);
            var pulses = trains.Slots * trains.InputScale * trains.DeltaScale;
            Near.Equal(1, pulses * Granularity / sample.Rate, Bound, "pulses per x d");
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Balanced_trains_fire_the_largest_of_both_equally_often_and_clip_only_deltas(bool length) =>
        Samples.Sample(sample =>
        {
            var trains = PulseTrains.Plan(new Stochastic(sample.Rate, 31, true, length), Granularity, sample.Input, sample.Delta);
            var wanted = sample.Rate * sample.Input * sample.Delta / Granularity / trains.Slots;
            Near.Equal(Math.Min(Math.Sqrt(wanted), 1), trains.InputScale * sample.Input, Bound, "largest x");
            Near.Equal(Math.Max(wanted, Math.Sqrt(wanted)), trains.DeltaScale * sample.Delta, 1e-9, "largest d");
        });

    [Fact]
    public void Without_any_management_both_scales_are_the_same()
    {
        var trains = PulseTrains.Plan(new Stochastic(0.1, 10, false, false), Granularity, 0.3, 0.9);
        Near.Equal([Math.Sqrt(10), Math.Sqrt(10)], [trains.InputScale, trains.DeltaScale], Bound, "scales");
    }
}
