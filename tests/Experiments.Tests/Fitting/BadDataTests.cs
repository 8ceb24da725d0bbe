using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Tests.Fitting;

public sealed class BadDataTests : MeasuredFile
{
    private const string Good = "1,2\n2,3\n3,4\n";

    [Theory]
    [InlineData(
        "",
        "measured.csv: error CBS1215: the file is empty")]
    [InlineData(
        "\u0089PNG\r\n\0\0",
        "measured.csv: error CBS1215: this is no text in UTF-8: a picture, a workbook, or a CSV in UTF-16?")]
    [InlineData(
        "pulse,conductance\n",
        "measured.csv: error CBS1215: there are no rows below the header")]
    [InlineData(
        "pulse,conductance_uS\n0,\"1\n",
        "measured.csv:2: error CBS1215: this is not a line of CSV")]
    [InlineData(
        "a,conductance\n1,2\n",
        "measured.csv:1: error CBS1201: pulse: no column is called so; name one with --column pulse=HEADER: "
        + "'a', 'conductance'")]
    [InlineData(
        "pulse,b\n1,2\n",
        "measured.csv:1: error CBS1201: conductance: there is no conductance, resistance or current; name one "
        + "with --column conductance=HEADER: 'pulse', 'b'")]
    [InlineData(
        "pulse,g_uS,conductance_uS\n0,1,1\n",
        "measured.csv:1: error CBS1203: conductance_uS: 'g_uS' is a conductance too: choose one with --column "
        + "conductance=HEADER")]
    [InlineData(
        "pulse,conductance (kOhm)\n0,1\n",
        "measured.csv:1: error CBS1204: conductance (kOhm): 'kOhm' is not a unit of conductance, such as S, mS or uS")]
    [InlineData(
        "pulse,current_nA\n0,1\n",
        "measured.csv:1: error CBS1212: current_nA: a current without the voltage it was read at: add a "
        + "column read_voltage, or give --read-voltage \"0.1 V\"")]
    [InlineData(
        "pulse,conductance_uS\n0,\n" + Good,
        "measured.csv:2: error CBS1205: conductance_uS: the field is empty")]
    [InlineData(
        "pulse;conductance_uS\n0;1,5\n1;2\n",
        "measured.csv:2: error CBS1205: conductance_uS: '1,5' is not a number (did you mean 1.5?)")]
    [InlineData(
        "pulse,conductance_uS\n0,nan\n" + Good,
        "measured.csv:2: error CBS1206: conductance_uS: nan is no measurement: remove rows of reads that failed")]
    [InlineData(
        "pulse,resistance_kOhm\n0,0\n" + Good,
        "measured.csv:2: error CBS1205: resistance_kOhm: 0 Ohm is no resistance: a short or an open line of the instrument?")]
    [InlineData(
        "pulse,conductance_uS\n0.5,1\n" + Good,
        "measured.csv:2: error CBS1207: pulse: 0.5 is not a pulse count, a whole number from 0 to 30000; a "
        + "position P/N is no count")]
    [InlineData(
        "pulse,conductance_uS\n40000,1\n" + Good,
        "measured.csv:2: error CBS1217: pulse: pulse 40000 is beyond 30000, the most of a window")]
    [InlineData(
        "pulse,conductance_uS\n0,1\n" + Good + "2,5\n",
        "measured.csv:6: error CBS1208: pulse: pulse 2 follows pulse 3 of the same sweep: counts must rise; "
        + "sweeps that were joined need a column cycle")]
    [InlineData(
        "pulse,conductance_uS,cycle\n0,1,a\n1,2,a\n1,3,a\n",
        "measured.csv:4: error CBS1208: pulse: pulse 1 follows pulse 1 of the same sweep: counts must rise; "
        + "is the same cycle in the file twice?")]
    [InlineData(
        "pulse,conductance_uS\n7,1\n",
        "measured.csv:2: error CBS1209: conductance_uS: only 1 pulse number: a curve needs 4 or more; is the "
        + "pulse column the right one, and is every pulse read?")]
    [InlineData(
        "pulse,conductance_uS\n0,5\n1,5\n2,5\n3,5\n",
        "measured.csv:2: error CBS1210: conductance_uS: all conductances are 5 uS: pulses that do not reach "
        + "the device, a stuck device, or a column that is not the measurement")]
    [InlineData(
        "pulse,conductance\n0,1\n" + Good,
        "measured.csv:2: error CBS1211: conductance: conductances reach 4 S, more than 10 mS: the numbers "
        + "look as if they were in uS, 10^6 off: name the column conductance_uS or give --unit conductance=uS")]
    [InlineData(
        "pulse,conductance_mS\n0,10\n1,20\n2,30\n3,50\n",
        "measured.csv:2: error CBS1211: conductance_mS: conductances reach 50 mS, more than 10 mS: the "
        + "numbers look as if they were in uS, 10^3 off: name the column conductance_uS or give --unit conductance=uS")]
    [InlineData(
        "pulse,resistance\n0,50\n1,40\n2,30\n3,20\n",
        "measured.csv:2: error CBS1211: resistance: conductances reach 50 mS, more than 10 mS: the numbers "
        + "look as if they were in kOhm, 10^3 off: name the column resistance_kOhm or give --unit resistance=kOhm")]
    [InlineData(
        "pulse,conductance_uS\n0,1e-6\n1,2e-6\n2,3e-6\n3,4e-6\n",
        "measured.csv:2: error CBS1211: conductance_uS: conductances reach 4 pS only: the numbers look as if "
        + "they were in S already, not in uS")]
    [InlineData(
        "pulse,conductance_uS\n0,-4\n1,-3\n2,-2\n3,-1\n",
        "measured.csv:2: error CBS1211: conductance_uS: conductances are negative (-2.5 uS on average): is "
        + "the sign of the read voltage lost?")]
    [InlineData(
        "pulse,conductance_uS,direction\n0,1,left\n",
        "measured.csv:2: error CBS1213: direction: 'left' is no direction: potentiation, pot, p, up, ltp, "
        + "set, +, +1, 1; depression, dep, d, down, ltd, reset, -, -1")]
    [InlineData(
        "pulse,conductance_uS,direction\n0,4,up\n1,3,up\n2,2,up\n3,1,up\n",
        "measured.csv:2: error CBS1214: conductance_uS: potentiation falls from 4 uS to 1 uS: are the "
        + "directions swapped, or are these resistances?")]
    public void A_file_that_cannot_be_used_is_answered_with_what_it_looks_like(string text, string message) =>
        Assert.Equal(message, Refused(text));

    [Fact]
    public void A_trace_of_several_cycles_without_directions_is_refused()
    {
        var rows = Enumerable.Range(0, 60).Select(n => FormattableString.Invariant($"{n},{1 + Math.Abs(n % 20 - 10)}"));
        Assert.Contains("CBS1216: pulse: without a direction, conductances go up and down more than once",
            Refused($"pulse,conductance_uS\n{string.Join('\n', rows)}\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_in_another_unit_than_the_others_is_named()
    {
        var rows = Enumerable.Range(0, 15).Select(n => FormattableString.Invariant(
            $"D{n / 5},{n % 5},{(1 + n % 5) * (n / 5 == 1 ? 1e-3 : 1)}"));
        Assert.Equal(
            "measured.csv:7: error CBS1211: device D1: its conductances are about 10^-3 times those of most "
        + "devices: in another unit?",
            Refused($"device,pulse,conductance_uS\n{string.Join('\n', rows)}\n"));
    }

    [Fact]
    public void A_column_that_is_not_there_is_answered_with_those_that_are()
    {
        var options = new MeasurementOptions
        {
            Columns = new Dictionary<MeasuredQuantity, string> { [MeasuredQuantity.Pulse] = "Number" },
        };
        Assert.Equal("measured.csv:1: error CBS1202: pulse: there is no column 'Number'; there are 'pulse', 'conductance_uS'",
            Refused("pulse,conductance_uS\n0,1\n", options).Split('\n')[0]);
    }

    [Fact]
    public void All_errors_are_told_at_once_but_not_for_ever()
    {
        Assert.Equal(2, Refused("pulse,conductance_uS\n0,nan\n1,\n" + Good).Split('\n').Length);
        Assert.Equal(20, Refused("pulse,conductance_uS\n" + string.Concat(Enumerable.Repeat("x,y\n", 1000))).Split('\n').Length);
    }
}
