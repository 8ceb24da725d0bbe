using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Programming;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Programming;

public sealed class WriteVerifyTests
{
    private const int Cells = 200;

    private static readonly WriteVerifyOptions Options = new() { Tolerance = 0.026 };

    [Theory]
    [InlineData(0)]
    [InlineData(0.31)]
    [InlineData(1)]
    public void A_cell_that_reaches_its_target_takes_as_many_pulses_as_it_is_away(double target)
    {
        var (twins, devices) = Twins(SmallDevices.Linear());
        var outcome = new WriteVerify(twins, Options).Program(3, target);

        var pulses = (int)Math.Round(20 * target);
        Assert.Equal(new CellOutcome(StopReason.Reached, pulses, pulses + 1), outcome);
        Assert.InRange(Math.Abs(twins.Fraction(3) - target), 0, Options.Tolerance);
        Assert.Equal(outcome.Pulses, devices.Read().Totals().Potentiation);
    }

    [Fact]
    public void Too_few_pulses_are_the_budget()
    {
        var (twins, _) = Twins(SmallDevices.Linear());
        var verify = new WriteVerify(twins, Options with { MostPulses = 3 });
        Assert.Equal(new CellOutcome(StopReason.Budget, 3, 4), verify.Program(0, 0.5));
    }

    [Fact]
    public void Steps_coarser_than_the_tolerance_end_at_the_nearer_state()
    {
        var (twins, _) = Twins(SmallDevices.Linear());
        var verify = new WriteVerify(twins, Options with { Tolerance = 0.001, MostReversals = 3 });

        (double, double)[] cases = [(0.32, 0.3), (0.34, 0.35), (0.01, 0), (0.99, 1)];
        foreach (var (cell, (target, nearest)) in cases.Index())
        {
            Assert.Equal(StopReason.Reversals, verify.Program(cell, target).Reason);
            Assert.Equal(nearest, twins.Fraction(cell), 1e-12);
        }
    }

    [Fact]
    public void A_target_beyond_the_own_window_of_a_device_is_out_of_range()
    {
        var (twins, devices) = Twins(SmallDevices.Linear().WithSpread(new DeviceSpreadOptions { Gmax = 0.1 }));
        var verify = new WriteVerify(twins, Options);
        for (var cell = 0; cell < Cells; cell++)
        {
            var reaches = (devices.Window(cell).Gmax - 1e-6) / 49e-6 >= 1 - Options.Tolerance;
            Assert.Equal(!reaches, verify.Program(cell, 1).Reason == StopReason.OutOfRange);
        }
    }

    [Fact]
    public void A_cell_that_does_not_move_is_stuck()
    {
        var verify = new WriteVerify(new FrozenCells(), Options with { StuckAfter = 7 });
        Assert.Equal(new CellOutcome(StopReason.Stuck, 7, 8), verify.Program(0, 0.5));
    }

    [Fact]
    public void Devices_that_are_stuck_or_worn_out_are_told()
    {
        var (stuck, _) = Twins(SmallDevices.Linear() with
        {
            Variation = new VariationOptions { Faults = new FaultOptions { StuckGmin = 1 } },
        });
        var (worn, _) = Twins(SmallDevices.Linear() with
        {
            Variation = new VariationOptions { Endurance = new EnduranceOptions { Pulses = 4 } },
        });

        Assert.Equal(new CellOutcome(StopReason.Stuck, 0, 1), new WriteVerify(stuck, Options).Program(0, 0.5));
        Assert.Equal(new CellOutcome(StopReason.Reached, 0, 1), new WriteVerify(stuck, Options).Program(0, 0));
        Assert.Equal(new CellOutcome(StopReason.Stuck, 4, 5), new WriteVerify(worn, Options).Program(0, 0.5));
    }

    [Fact]
    public void A_device_that_only_rises_is_reset_where_it_overshoots()
    {
        var noisy = SmallDevices.Linear().WithNoise(0.03, NoiseReference.Window);
        var device = noisy with { Direction = DeviceDirection.Potentiation };
        var (twins, devices) = Twins(device);
        var verify = new WriteVerify(twins, Options);
        var reached = Enumerable.Range(0, Cells).Count(cell => verify.Program(cell, 0.5).Reason == StopReason.Reached);
        var state = devices.Read();

        Assert.InRange(reached, Cells / 2, Cells);
        Assert.InRange(state.DepressionPulses.Sum(), 1, state.PotentiationPulses.Sum() / 5);
    }

    [Fact]
    public void More_readings_bring_the_cells_nearer()
    {
        double Error(int reads)
        {
            var (twins, _) = Twins(SmallDevices.Linear(100) with
            {
                Variation = new VariationOptions { Read = new ReadNoiseOptions { Sigma = 0.02 } },
            });
            var verify = new WriteVerify(twins, new WriteVerifyOptions { Tolerance = 0.01, Reads = reads, MostPulses = 1000 });
            for (var cell = 0; cell < Cells; cell++) verify.Program(cell, 0.5);
            return Enumerable.Range(0, Cells).Average(cell => Math.Abs(twins.Fraction(cell) - 0.5));
        }

        Assert.True(Error(16) < 0.6 * Error(1), $"{Error(16)} {Error(1)}");
    }

    [Fact]
    public void The_usual_options_follow_the_steps_and_the_noise_of_the_device()
    {
        Assert.Equal(0.51 / 20, WriteVerifyOptions.For(SmallDevices.Linear()).Tolerance, 1e-12);
        Assert.Equal(0.05, WriteVerifyOptions.For(SmallDevices.Linear().WithNoise(0.1, NoiseReference.Window)).Tolerance);
        Assert.Equal(0.002, WriteVerifyOptions.For(SmallDevices.Linear(1000)).Tolerance);
        Assert.Equal(0.01, WriteVerifyOptions.For(
            SmallDevices.Linear(1000) with { Variation = new VariationOptions { Read = new ReadNoiseOptions { Sigma = 0.02 } } },
            reads: 4).Tolerance, 1e-12);
        Assert.Equal(4000, WriteVerifyOptions.For(SmallDevices.Linear(1000)).MostPulses);
    }

    private static (DeviceTwins, ReferenceDevices) Twins(DeviceOptions device)
    {
        var mapping = new WeightMapping(device, new MappingOptions());
        var devices = new ReferenceDevices(mapping, Cells, 5, 0, keepsLaws: false);
        return (new DeviceTwins(mapping, devices, 5, 0), devices);
    }

    private sealed class FrozenCells : IProgrammableCells
    {
        public bool FallsByReset => false;

        public double Read(int cell) => 0.1;

        public PulseOutcome Fire(int cell, bool rising) => PulseOutcome.Fired;
    }
}
