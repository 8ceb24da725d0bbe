using System.Globalization;
using System.Text;
using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Tests.Fitting;

public sealed class MeasurementReaderTests : MeasuredFile
{
    [Theory]
    [InlineData("pulse,conductance", 1e-6)]
    [InlineData("pulse,conductance_siemens", 1e-6)]
    [InlineData("Pulse Number,Conductance (uS)", 1)]
    [InlineData("n,g_µS", 1)]
    [InlineData("pulse,G [nS]", 1000)]
    [InlineData("PULSE,conductance_us", 1)]
    public void Columns_and_units_are_found_by_name(string header, double microsiemens)
    {
        var sweep = Read(Rows(header, n => [Text(n), Text((n + 1) * microsiemens)])).Sweep;
        Assert.Equal(9, sweep.PotentiationPulses);
        Assert.Equal(1e-6, sweep.Low, 1e-18);
        Assert.Equal(10e-6, sweep.High, 1e-17);
    }

    [Fact]
    public void Resistances_are_turned_into_conductances()
    {
        var sweep = Read(Rows("pulse,resistance (kOhm)", n => [Text(n), Text(100.0 / (n + 1))])).Sweep;
        Assert.Equal(10e-6, sweep.Low, 1e-17);
        Assert.Equal(100e-6, sweep.High, 1e-16);
    }

    [Fact]
    public void Currents_are_divided_by_the_voltage_they_were_read_at()
    {
        var own = Read(Rows("pulse,current_nA,read_voltage_mV", n => [Text(n), Text(100.0 * (n + 1)), "100"])).Sweep;
        var given = Read(Rows("pulse,current_nA", n => [Text(n), Text(100.0 * (n + 1))]), new() { ReadVoltage = 0.1 }).Sweep;
        Assert.Equal(10e-6, own.High, 1e-17);
        Assert.Equal(own.High, given.High, 1e-17);
    }

    [Fact]
    public void Columns_and_units_can_be_given()
    {
        var options = new MeasurementOptions
        {
            Columns = new Dictionary<MeasuredQuantity, string>
            {
                [MeasuredQuantity.Pulse] = "#",
                [MeasuredQuantity.Conductance] = "value",
            },
            Units = new Dictionary<MeasuredQuantity, string> { [MeasuredQuantity.Conductance] = "nS" },
        };
        Assert.Equal(10e-9, Read(Rows("value,#", n => [Text(n + 1), Text(n)]), options).Sweep.High, 1e-20);
    }

    [Fact]
    public void Directions_have_many_names_and_semicolons_may_separate()
    {
        var text = Rows("pulse;conductance_uS;polarity", n =>
            [Text(n % 5), Text(n < 5 ? n + 1 : 10 - n), n < 5 ? "LTP" : "reset"], ';');
        var sweep = Read(text).Sweep;
        Assert.Equal((4, 4), (sweep.PotentiationPulses, sweep.DepressionPulses));
    }

    [Fact]
    public void The_sign_of_the_amplitude_is_a_direction()
    {
        var text = Rows("pulse,conductance_uS,amplitude_V", n =>
            [Text(n % 5), Text(n < 5 ? n + 1 : 10 - n), n < 5 ? "1.2" : "-1"]);
        Assert.Equal(4, Read(text).Sweep.DepressionPulses);
    }

    [Fact]
    public void A_count_that_goes_on_over_the_turn_counts_from_there()
    {
        var sweep = Read(Rows("pulse,conductance_uS,direction", n =>
            [Text(n), Text(n <= 4 ? n + 1 : 9 - n), n <= 4 ? "up" : "down"], count: 9)).Sweep;
        Assert.Equal((4, 4), (sweep.PotentiationPulses, sweep.DepressionPulses));
        Assert.Equal(1, sweep.Points.First(p => p.IsDepression).Pulse);
    }

    [Fact]
    public void Without_a_direction_the_turn_is_found_and_told()
    {
        var measured = Read(Rows("pulse,conductance_uS", n => [Text(n), Text(n <= 12 ? n + 1 : 25 - n)], count: 25));
        Assert.Equal((12, 12), (measured.Sweep.PotentiationPulses, measured.Sweep.DepressionPulses));
        Assert.Equal("CBS1219", Assert.Single(measured.Warnings).Code);
    }

    [Fact]
    public void Noise_at_a_flat_top_does_not_move_the_turn()
    {
        double Rise(int n) => 10 - 9 * Math.Pow(0.9, n) + 0.05 * Math.Sin(n * n);
        double Fall(int n) => 10 * Math.Pow(0.9, n - 40);
        var text = Rows("pulse,conductance_uS", n => [Text(n), Text(n <= 40 ? Rise(n) : Fall(n))], count: 81);
        Assert.Equal(40, Read(text).Sweep.PotentiationPulses);
    }

    [Fact]
    public void A_trace_that_only_falls_is_depression()
    {
        var sweep = Read(Rows("pulse,conductance_uS", n => [Text(n), Text(20 - n)])).Sweep;
        Assert.Equal((0, 9), (sweep.PotentiationPulses, sweep.DepressionPulses));
    }

    [Fact]
    public void A_count_that_begins_again_is_a_new_cycle()
    {
        var measured = Read(Rows("pulse,conductance_uS", n => [Text(n % 10), Text(n % 10 + 1 + n / 10)], count: 30));
        Assert.Equal(3, measured.Cycles);
        Assert.Equal(3, measured.Sweep.Points[0].Rows);
        Assert.Equal(2e-6, measured.Sweep.Points[0].Siemens, 1e-18);
    }

    [Fact]
    public void Devices_and_cycles_may_be_interleaved()
    {
        var text = Rows("device,cycle,pulse,conductance_uS", n =>
            [$"D{n % 2}", Text(n / 2 % 2), Text(n / 4), Text(n / 4 + 1 + n % 2)], count: 40);
        var measured = Read(text);
        Assert.Equal((2, 4), (measured.Devices.Count, measured.Cycles));
        Assert.All(measured.Devices, device => Assert.Equal(20, device.Rows));
        Assert.Equal(["D0", "D1"], measured.Devices.Select(d => d.Name));
    }

    [Fact]
    public void The_scatter_about_the_means_is_kept()
    {
        var sweep = Read(Rows("cycle,pulse,conductance_uS", n =>
            [Text(n % 2), Text(n / 2), Text(10 * (n / 2) + (n % 2 == 0 ? 1 : -1))], count: 20)).Sweep;
        Assert.Equal(20e-12, sweep.ScatterSquares, 1e-20);
    }

    [Fact]
    public void Unequal_pulses_are_told()
    {
        var measured = Read(Rows("pulse,conductance_uS,amplitude", n => [Text(n), Text(n + 1), Text(1 + 0.1 * n)]));
        Assert.Contains("from 1 V to 1.9 V", Assert.Single(measured.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pulse,conductance\n0,1e-11\n1,2e-11\n2,3e-11\n3,4e-11\n", "CBS1223", "conductances reach 40 pS only")]
    [InlineData("pulse,g_uS\n0,-1\n1,2\n2,3\n3,4\n", "CBS1223", "conductances begin at -1 uS, and there are none below 0 S")]
    [InlineData("pulse,g_uS,direction\n0,1,up\n1,2,up\n2,3,up\n0,3,down\n1,1,down\n", "CBS1224", "a reset?")]
    public void What_is_odd_is_told(string text, string code, string message)
    {
        var warning = Assert.Single(Read(text).Warnings);
        Assert.Equal(code, warning.Code);
        Assert.Contains(message, warning.Message, StringComparison.Ordinal);
    }

    private static string Rows(string header, Func<int, string[]> row, char separator = ',', int count = 10)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var n = 0; n < count; n++) text.AppendJoin(separator, row(n)).Append('\n');
        return text.ToString();
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
