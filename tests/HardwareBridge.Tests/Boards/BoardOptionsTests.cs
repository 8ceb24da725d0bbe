using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Tests.Boards;

public sealed class BoardOptionsTests
{
    private static readonly LimitOptions Limits = new() { Voltage = 2, Width = 10e-3 };

    public static TheoryData<Type> Kinds =>
        [typeof(LinkBoardOptions), typeof(ArcOneBoardOptions), typeof(ScpiBoardOptions), typeof(TextBoardOptions)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sound_board_has_no_problems(Type kind) => Assert.Empty(Board(kind).Check());

    [Fact]
    public void Each_kind_has_the_speed_that_its_instruments_come_with() =>
        Assert.Equal([1_000_000, 921_600, 9_600, 115_200], Kinds.Select(kind => Board(kind.Data).Baud));

    [Theory]
    [InlineData(2.01, -1.1, "pulses.set.voltage")]
    [InlineData(1.2, -2.01, "pulses.reset.voltage")]
    [InlineData(-2.01, 1.1, "pulses.set.voltage")]
    public void A_pulse_above_the_voltage_limit_is_refused(double set, double reset, string path) =>
        Assert.Equal(("CBS1001", path), Only(Link(set, reset)));

    [Fact]
    public void Limits_of_one_polarity_and_of_neighbours_are_checked_as_well() => Assert.Equal(
        [("CBS1401", "pulses.reset"), ("CBS1411", "pulses.set")],
        Found(Link(1.2, -1.1) with
        {
            Bias = BiasScheme.Half,
            Limits = Limits with { NegativeVoltage = 1, HalfSelectVoltage = 0.56 },
        }).OrderBy(found => found.Item1));

    [Fact]
    public void A_pulse_at_the_limits_is_allowed() => Assert.Empty(Link(2, -2, width: 10e-3).Check());

    [Fact]
    public void A_pulse_above_the_width_limit_is_refused_in_both_directions() => Assert.Equal(
        [("CBS1002", "pulses.set.width"), ("CBS1002", "pulses.reset.width")], Found(Link(1.2, -1.1, width: 10.1e-3)));

    [Theory]
    [InlineData(1.2, 1.1)]
    [InlineData(-1.2, -1.1)]
    [InlineData(1.2, 0)]
    [InlineData(0, -1.1)]
    public void Pulses_without_opposite_signs_are_refused(double set, double reset) =>
        Assert.Equal(("CBS1003", "pulses.reset.voltage"), Only(Link(set, reset)));

    [Theory]
    [InlineData(0.61)]
    [InlineData(-0.56)]
    public void A_read_above_half_of_the_pulse_of_its_sign_is_refused(double read) =>
        Assert.Equal(("CBS1004", "read.voltage"), Only(Link(1.2, -1.1) with { Read = new ReadOptions { Voltage = read } }));

    [Theory]
    [InlineData(0.6)]
    [InlineData(-0.55)]
    [InlineData(0.001)]
    public void A_read_of_at_most_half_a_pulse_is_allowed(double read) =>
        Assert.Empty((Link(1.2, -1.1) with { Read = new ReadOptions { Voltage = read } }).Check());

    [Fact]
    public void A_read_of_zero_volts_is_refused() =>
        Assert.Equal(("CBS1006", "read.voltage"), Only(Link(1.2, -1.1) with { Read = new ReadOptions { Voltage = 0 } }));

    [Fact]
    public void A_read_above_the_voltage_limit_is_refused() => Assert.Contains(
        ("CBS1001", "read.voltage"), Found(Link(1.2, -1.1) with { Read = new ReadOptions { Voltage = 2.5 } }));

    [Fact]
    public void A_board_without_a_port_is_refused() =>
        Assert.Equal(("CBS1007", "port"), Only(Link(1.2, -1.1) with { Port = " " }));

    [Fact]
    public void An_instrument_is_not_asked_for_what_it_cannot_do()
    {
        var arc = Board(typeof(ArcOneBoardOptions)) with { Limits = new LimitOptions { Voltage = 20, Width = 10 } };

        Assert.Equal(("CBS1005", "rows"), Only(arc with { Rows = 33 }));
        Assert.Equal(("CBS1005", "columns"), Only(arc with { Columns = 33 }));
        Assert.Equal(("CBS1005", "pulses.set.voltage"), Only(arc with { Pulses = Pulses(12.1, -1.1, 1e-6) }));
        Assert.Equal("CBS1005", Found(arc with { Pulses = Pulses(1.2, -1.1, 80e-9) }).First().Item1);
        Assert.Equal("CBS1005", Found(Board(typeof(ScpiBoardOptions)) with { Pulses = Pulses(1.2, -1.1, 1e-6) }).First().Item1);
    }

    private static (string, string) Only(BoardOptions board) => Assert.Single(Found(board));

    private static IEnumerable<(string, string)> Found(BoardOptions board) => board.Check().Select(p => (p.Code, p.Path));

    private static BoardOptions Link(double set, double reset, double width = 1e-3) =>
        Board(typeof(LinkBoardOptions)) with { Pulses = Pulses(set, reset, width) };

    private static BoardOptions Board(Type kind) => Empty(kind) with
    {
        Port = "COM3",
        Rows = 32,
        Columns = 32,
        Pulses = Pulses(1.2, -1.1, 1e-3),
        Limits = Limits,
    };

    // Text boards are what their templates say, so these come from the files that are shipped.
    private static BoardOptions Empty(Type kind) => kind == typeof(ScpiBoardOptions) ? TemplateFiles.Scpi(4, 4)
        : kind == typeof(TextBoardOptions) ? TemplateFiles.Text(4, 4)
        : (BoardOptions)Activator.CreateInstance(kind)!;

    private static PulsePairOptions Pulses(double set, double reset, double width) => new()
    {
        Set = new PulseOptions { Voltage = set, Width = width },
        Reset = new PulseOptions { Voltage = reset, Width = width },
    };
}
