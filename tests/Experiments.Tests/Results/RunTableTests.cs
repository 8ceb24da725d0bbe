using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class RunTableTests : IDisposable
{
    private const string Header =
        "epoch,train_loss,train_accuracy,test_loss,test_accuracy,pulses_potentiation,pulses_depression,pulses_refused\n";

    private readonly TemporaryFolder _folder = new();

    private string Csv => _folder["epochs.csv"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_are_written_as_documented_and_are_on_disk_at_once()
    {
        using var table = RunTable.Create<EpochRow>(Csv);
        Assert.Equal(Header, Text());

        table.Append(new EpochRow(0, null, new Evaluation(0.1 + 0.2, 1, 3), default));
        table.Append(new EpochRow(1, new Evaluation(double.NaN, 1, 2), null, new PulseTotals(1_234_567, 2, 3)));

        Assert.Equal(Header + "0,,,0.30000000000000004,0.3333333333333333,0,0,0\n1,NaN,0.5,,,1234567,2,3\n", Text());
    }

    [Fact]
    public void A_comma_culture_gives_the_same_bytes()
    {
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "−";
        try
        {
            WriteTo(_folder["one.csv"]);
            CultureInfo.CurrentCulture = german;
            WriteTo(_folder["other.csv"]);
            Assert.Equal(3, RunTable.Read<EpochRow>(_folder["other.csv"]).Count);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(File.ReadAllBytes(_folder["one.csv"]), File.ReadAllBytes(_folder["other.csv"]));
    }

    [Fact]
    public void Rows_read_back_to_the_same_bits()
    {
        WriteTo(Csv);

        Assert.Equal([Row(0), Row(1), Row(2)], RunTable.Read<EpochRow>(Csv));
    }

    [Fact]
    public void Timing_keeps_text_with_commas_quotes_and_other_scripts()
    {
        var row = new TimingRow(1, 1e-7, "cpu", "Intel \"Xeon\", 2 cores", "実験室");
        using (var table = RunTable.Create<TimingRow>(Csv)) table.Append(row);

        Assert.Equal([row], RunTable.Read<TimingRow>(Csv));
        Assert.StartsWith("epoch,seconds,backend,accelerator,host\n1,1E-07,cpu,", Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3,0.1,0.2,0.3,0.4,1,2,3\n4,0.1,0.2,0.3,0.4,1,2,3\n")]
    [InlineData("3,0.1,0.2,0.3,0.4,1,2,3\n4,0.1,0.")]
    [InlineData("3,0.")]
    [InlineData("\"3,0.1\n\0\0\0\0\0\n")]
    public void A_resumed_table_has_the_bytes_of_one_never_interrupted(string after)
    {
        WriteTo(_folder["whole.csv"], 0, 1, 2, 3);
        WriteTo(Csv);
        File.AppendAllText(Csv, after);

        using (var table = RunTable.Resume<EpochRow>(Csv, 2))
        {
            Assert.Equal([Row(0), Row(1), Row(2)], table.Rows);
            table.Append(Row(3));
        }

        Assert.Equal(File.ReadAllText(_folder["whole.csv"]), Text());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("epoch,train_l")]
    public void A_table_that_was_hardly_begun_begins_again(string? text)
    {
        if (text is not null) File.WriteAllText(Csv, text);

        using (var table = RunTable.Resume<EpochRow>(Csv, 2)) Assert.Empty(table.Rows);

        Assert.Equal(Header, Text());
    }

    [Fact]
    public void Resuming_does_not_drop_a_damaged_row_of_the_past()
    {
        File.WriteAllText(Csv, Header + "0,x,,,,0,0,0\n1,,,,,0,0,0\n");

        Assert.Equal("CBS0512", Assert.Throws<DataFileException>(() => RunTable.Resume<EpochRow>(Csv, 1)).Code);
    }

    [Fact]
    public void Another_header_is_refused_with_both()
    {
        File.WriteAllText(Csv, "epoch,loss\n0,1\n");

        var problem = Assert.Throws<DataFileException>(() => RunTable.Read<EpochRow>(Csv));

        Assert.Equal("CBS0511", problem.Code);
        Assert.StartsWith($"{Csv}:1: the header is \"epoch,loss\"; expected \"epoch,train_loss", problem.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,,,,,0,0,0\n1,a,,,,0,0,0\n", ":3: train_loss: \"a\" is not a number")]
    [InlineData("0,,,,,0,0,0\n\n1,,,,,0,-1,0\n", ":4: pulses_depression: \"-1\"")]
    [InlineData("0,,,,,0,0\n", ":2: found 7 fields; expected 8")]
    [InlineData("1,,,,,0,0,0\n1,,,,,0,0,0\n", ":3: epoch 1 follows epoch 1")]
    [InlineData("0,\"0.1,,,,0,0,0\n1,,,,,0,0,0\n", ":2: ")]
    public void Bad_content_is_told_with_file_and_line(string rows, string told)
    {
        File.WriteAllText(Csv, Header + rows);

        var problem = Assert.Throws<DataFileException>(() => RunTable.Read<EpochRow>(Csv));

        Assert.StartsWith(Csv + told, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_read_while_it_is_written_with_either_line_ending()
    {
        using var table = RunTable.Create<EpochRow>(Csv);
        table.Append(Row(0));
        Assert.Single(RunTable.Read<EpochRow>(Csv));

        File.WriteAllText(_folder["windows.csv"], "\uFEFF" + Text().Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal([Row(0)], RunTable.Read<EpochRow>(_folder["windows.csv"]));
    }

    [Fact]
    public void Epochs_rise_and_files_are_not_overwritten()
    {
        using var table = RunTable.Create<EpochRow>(Csv);
        table.Append(Row(1));

        Assert.Throws<ArgumentOutOfRangeException>(() => table.Append(Row(1)));
        Assert.Throws<IOException>(() => RunTable.Create<EpochRow>(Csv));
        Assert.Single(RunTable.Read<EpochRow>(Csv));
    }

    [Fact]
    public void Validation_columns_come_last_and_only_where_asked_for()
    {
        var row = Row(0) with { ValidationLoss = 0.25, ValidationAccuracy = 0.5 };
        using (var table = RunTable.Resume<EpochRow>(Csv, -1, withOptional: true)) table.Append(row);

        Assert.StartsWith(Header[..^1] + ",validation_loss,validation_accuracy\n0,", Text(), StringComparison.Ordinal);
        Assert.EndsWith(",0.25,0.5\n", Text(), StringComparison.Ordinal);
        Assert.Equal([row], RunTable.Read<EpochRow>(Csv));
        using (var table = RunTable.Resume<EpochRow>(Csv, 0, withOptional: true)) Assert.Equal([row], table.Rows);
        var problem = Assert.Throws<DataFileException>(() => RunTable.Resume<EpochRow>(Csv, 0));
        Assert.Equal("CBS0511", problem.Code);
    }

    private static EpochRow Row(int epoch) =>
        new(epoch, 1.0 / (epoch + 3), 0.1 * epoch, Math.PI * 1e-9, 0.9, new PulseTotals(long.MaxValue, epoch, 1000));

    private static void WriteTo(string path) => WriteTo(path, 0, 1, 2);

    private static void WriteTo(string path, params int[] epochs)
    {
        using var table = RunTable.Create<EpochRow>(path);
        foreach (var epoch in epochs) table.Append(Row(epoch));
    }

    private string Text()
    {
        using var file = new FileStream(Csv, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
