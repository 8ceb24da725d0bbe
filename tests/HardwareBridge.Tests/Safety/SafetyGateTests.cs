using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Tests.Safety;

/// <summary>Each limit refuses what exceeds it, and nothing at it.</summary>
public sealed class SafetyGateTests
{
    private static readonly LimitOptions Limits = new()
    {
        Voltage = 2,
        PositiveVoltage = 1.5,
        NegativeVoltage = 1.2,
        Width = 10e-6,
        ShortestWidth = 100e-9,
        Energy = 1e-9,
        Compliance = 200e-6,
        PulsesPerCall = 50,
        PulsesPerCell = 1000,
        Budgets = new BudgetOptions { Set = 600, Reset = 500, Forming = 20 },
        ReadVoltage = 0.3,
        HalfSelectVoltage = 0.75,
    };

    private static readonly PulseOptions Set = new() { Voltage = 1.2, Width = 1e-6, Compliance = 100e-6 };
    private static readonly PulseOptions Reset = new() { Voltage = -1.1, Width = 1e-6, Compliance = 100e-6 };

    private readonly CellLedger _ledger = new();

    [Fact]
    public void What_is_at_the_limits_passes()
    {
        var gate = Gate(Set with { Voltage = 1.5 }, Reset with { Voltage = -1.2, Width = 100e-9 });
        gate.CheckWaveform();
        gate.CheckPulses([new(0, 0, 50), new(7, 7, -50)]);
        gate.CheckRead(new CellBlock(0, 0, 8, 8), -0.3);
    }

    public static TheoryData<string, double, double, double?, bool> Pulses => new()
    {
        { "CBS1401", 1.51, 1e-6, 100e-6, true },
        { "CBS1401", -1.21, 1e-6, 100e-6, false },
        { "CBS1402", 1.2, 10.1e-6, 1e-6, true },
        { "CBS1402", -1.1, 99e-9, 100e-6, false },
        { "CBS1403", 1.2, 9e-6, 100e-6, true },
        { "CBS1403", 1.2, 9e-6, null, true },
        { "CBS1404", 1.2, 1e-6, 201e-6, true },
    };

    [Theory]
    [MemberData(nameof(Pulses))]
    public void A_pulse_beyond_a_limit_is_refused(string code, double voltage, double width, double? compliance, bool isSet)
    {
        var pulse = new PulseOptions { Voltage = voltage, Width = width, Compliance = compliance };
        Assert.Equal(code, Refusal(() => Gate(isSet ? pulse : Set, isSet ? Reset : pulse).CheckWaveform()));
    }

    [Theory]
    [InlineData(BiasScheme.None, null)]
    [InlineData(BiasScheme.Third, null)]
    [InlineData(BiasScheme.Half, "CBS1411")]
    public void What_neighbours_see_is_limited(BiasScheme bias, string? code)
    {
        var limits = Limits with { HalfSelectVoltage = 0.59 };
        var gate = new SafetyGate(Board(Set, Reset) with { Bias = bias, Limits = limits }, BoardLimits.None, _ledger);
        if (code is null) gate.CheckWaveform();
        else Assert.Equal(code, Refusal(gate.CheckWaveform));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(0, 8)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void Cells_outside_the_array_are_refused(int row, int column)
    {
        Assert.Equal("CBS1407", Refusal(() => Gate().CheckPulses([new(row, column, 1)])));
        Assert.Equal("CBS1407", Refusal(() => Gate().CheckRead(new CellBlock(row, column, 1, 1), 0.1)));
        Assert.Equal("CBS1407", Refusal(() => Gate().CheckRead(new CellBlock(row, column, int.MaxValue, 2), 0.1)));
    }

    [Fact]
    public void Pulses_of_one_cell_in_one_call_are_limited_however_they_are_split()
    {
        Assert.Equal("CBS1405", Refusal(() => Gate().CheckPulses([new(0, 0, 51)])));
        Assert.Equal("CBS1405", Refusal(() => Gate().CheckPulses([new(0, 0, 25), new(1, 0, 1), new(0, 0, -26)])));
        Assert.Equal("CBS1405", Refusal(() => Gate().CheckPulses([new(0, 0, int.MinValue)])));
    }

    [Theory]
    [InlineData(599, 0, 0, 2)]
    [InlineData(0, 499, 0, -2)]
    [InlineData(590, 405, 0, 6)]
    [InlineData(0, 0, 599, 2)]
    [InlineData(0, 0, 499, -2)]
    public void Each_budget_of_a_cell_is_kept_and_doubtful_pulses_count(long up, long down, long doubtful, int more)
    {
        _ledger[new(3, 3)] = new CellAccount(up, down, 0, doubtful, false, null, 0);
        Assert.Equal("CBS1406", Refusal(() => Gate().CheckPulses([new(3, 3, more)])));
        Gate().CheckPulses([new(3, 3, Math.Sign(more)), new(3, 4, more)]);
    }

    [Fact]
    public void A_budget_that_comes_to_its_end_is_warned_of_once()
    {
        _ledger[new(3, 3)] = new CellAccount(538, 0, 0, 0, false, null, 0);
        var warned = new List<Problem>();
        var gate = Gate();
        gate.Warn = warned.Add;
        gate.CheckPulses([new(3, 3, 1)]);
        Assert.Empty(warned);
        gate.CheckPulses([new(3, 3, 2)]);
        gate.CheckPulses([new(3, 3, 3)]);
        Assert.Equal(("CBS1412", Severity.Warning), (Assert.Single(warned).Code, warned[0].Severity));
        Assert.Equal("cell 3,3 comes to 540 of its 600 pulses (set)", warned[0].Message);
    }

    [Fact]
    public void A_read_above_its_voltage_is_refused() =>
        Assert.Equal("CBS1408", Refusal(() => Gate().CheckRead(new CellBlock(0, 0, 1, 1), -0.31)));

    [Fact]
    public void Forming_needs_a_compliance_a_rising_ramp_and_a_budget()
    {
        var ramp = new FormingPlan(0, 0, 0.5, 0.1, 1.4, 1e-6, 100e-6, 0.2, 20e-6);
        Gate().CheckForming(ramp);
        Assert.Equal("CBS1410", Refusal(() => Gate().CheckForming(ramp with { Compliance = 0 })));
        Assert.Equal("CBS1410", Refusal(() => Gate().CheckForming(ramp with { Start = 1.5 })));
        Assert.Equal("CBS1410", Refusal(() => Gate().CheckForming(ramp with { Step = -0.1 })));
        Assert.Equal("CBS1410", Refusal(() => Gate().CheckForming(ramp with { Start = -0.5 })));
        Assert.Equal("CBS1401", Refusal(() => Gate().CheckForming(ramp with { Most = 1.6 })));
        Assert.Equal("CBS1406", Refusal(() => Gate().CheckForming(ramp with { Step = 0.01 })));
    }

    [Fact]
    public void The_duty_cycle_makes_the_gap()
    {
        var board = Board(Set, Reset) with { Limits = Limits with { DutyCycle = 0.2 } };
        Assert.Equal(4e-6, new SafetyGate(board, BoardLimits.None, _ledger).Gap, 1e-12);
    }

    [Fact]
    public void A_file_only_tightens_what_the_board_says()
    {
        var reported = new BoardLimits { PositiveVoltage = 1.1, LongestWidth = 1, ReadVoltage = 0.1, PulsesPerCall = 10 };
        var gate = new SafetyGate(Board(Set, Reset), reported, _ledger);
        Assert.Equal((1.1, 1.2, 10e-6, 0.1, 10), (gate.Limits.PositiveVoltage, gate.Limits.NegativeVoltage,
            gate.Limits.LongestWidth, gate.Limits.ReadVoltage, gate.Limits.PulsesPerCall));
        Assert.Equal("CBS1401", Refusal(gate.CheckWaveform));
    }

    [Fact]
    public void Not_a_number_is_refused()
    {
        Assert.Equal("CBS1401", Refusal(() => Gate(Set with { Voltage = double.NaN }).CheckWaveform()));
        Assert.Equal("CBS1408", Refusal(() => Gate().CheckRead(new CellBlock(0, 0, 1, 1), double.NaN)));
    }

    private static BoardOptions Board(PulseOptions set, PulseOptions reset) => new LinkBoardOptions
    {
        Port = "memory",
        Rows = 8,
        Columns = 8,
        Pulses = new PulsePairOptions { Set = set, Reset = reset },
        Limits = Limits,
    };

    private SafetyGate Gate(PulseOptions? set = null, PulseOptions? reset = null) =>
        new(Board(set ?? Set, reset ?? Reset) with { Bias = BiasScheme.Half }, BoardLimits.None, _ledger);

    private static string Refusal(Action act) => Assert.Throws<SafetyLimitException>(act).Problem.Code;
}
