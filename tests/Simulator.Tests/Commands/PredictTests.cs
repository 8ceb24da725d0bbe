using System.Text.Json;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Tests.Plots;
using CrossbarSim.Validation.Predict;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class PredictTests(TrainedRun run) : ScratchFolder, IClassFixture<TrainedRun>
{
    private const int Count = 10;

    [Fact]
    public void Most_digits_are_read_right_from_files()
    {
        var (files, labels) = Digits();
        using var json = JsonDocument.Parse(Succeed(["predict", run.Path, .. files, "--json"]).Output);
        var right = json.RootElement.EnumerateArray().Zip(labels, (r, label) => r.GetProperty("digit").GetInt32() == label);
        Assert.InRange(right.Count(hit => hit), 8, Count);
        Assert.All(json.RootElement.EnumerateArray().Zip(files), pair => AssertReading(pair.First, pair.Second));
    }

    [Fact]
    public void The_table_has_a_line_for_each_picture()
    {
        var (files, labels) = Digits();
        var lines = Succeed(["predict", run.Path, files[0], files[1]]).Output.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(["file", "digit", "probability"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches($@"digit-0\.png +{labels[0]} +\d+\.\d %$", lines[1]);
        var details = Succeed(["predict", run.Path, files[0], "--verbose"]).Output.TrimEnd().Split('\n');
        Assert.Equal(11, details[1].Count(c => c == '%'));
    }

    [Fact]
    public void The_ink_can_be_stated()
    {
        var (files, _) = Digits();
        using var json = JsonDocument.Parse(Succeed(["predict", run.Path, files[0], "--json", "--ink", "light"]).Output);
        Assert.Equal("light", json.RootElement[0].GetProperty("ink").GetString());
    }

    [Fact]
    public void A_picture_is_drawn_for_each_file_even_of_the_same_name()
    {
        var (files, _) = Digits();
        Directory.CreateDirectory(In("other"));
        File.Copy(files[0], In("other/digit-0.jpeg"));
        var result = Succeed(["predict", run.Path, files[0], In("other/digit-0.jpeg"), "--out", In("drawn")]);
        foreach (var name in new[] { "digit-0", "digit-0-2" })
        {
            Assert.Contains(In($"drawn/{name}.png"), result.Output, StringComparison.Ordinal);
            Picture.AssertSound(new(In($"drawn/{name}.png"), In($"drawn/{name}.svg")));
        }
    }

    [Fact]
    public void What_cannot_be_read_is_reported_and_the_rest_predicted()
    {
        var (files, _) = Digits();
        var text = Write("notes.png", "not a picture");
        File.WriteAllBytes(In("blank.png"), PngFile.Encode(28, 8, PngFile.Colour.Grey, new ushort[784]));
        var result = Cli.Run("predict", run.Path, text, files[0], In("blank.png"), In("none.png"));
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("digit-0.png", result.Output, StringComparison.Ordinal);
        var errors = result.Errors.TrimEnd().Split('\n');
        Assert.Equal(3, errors.Length);
        Assert.StartsWith($"{text}: error CBS0602: not a picture", errors[0], StringComparison.Ordinal);
        Assert.StartsWith($"{In("blank.png")}: error CBS0605: the picture is all one", errors[1], StringComparison.Ordinal);
        Assert.StartsWith($"{In("none.png")}: error CBS0601: does not exist", errors[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_json_stay_readable()
    {
        var (files, _) = Digits();
        File.Copy(files[0], In("数字 ä.png"));

        Assert.Contains("数字 ä.png\"", Succeed(["predict", run.Path, In("数字 ä.png"), "--json"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_read_is_never_overwritten()
    {
        var (files, _) = Digits();
        var before = File.ReadAllBytes(files[0]);

        var result = Succeed(["predict", run.Path, files[0], files[1], "--out", Folder]);

        Assert.Equal(before, File.ReadAllBytes(files[0]));
        Assert.Contains(In("digit-0-2.png"), result.Output, StringComparison.Ordinal);
        Picture.AssertSound(new(In("digit-0-2.png"), In("digit-0-2.svg")));
    }

    [Fact]
    public void Where_no_picture_can_be_read_none_is_drawn()
    {
        var result = Cli.Run("predict", run.Path, In("none.png"), "--out", In("drawn"));

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.False(Directory.Exists(In("drawn")));
    }

    [Fact]
    public void A_folder_without_a_run_is_refused()
    {
        var result = Cli.Run("predict", Folder, "x.png");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("CBS0523", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_square_pictures_is_refused()
    {
        Directory.CreateDirectory(In("odd"));
        var text = File.ReadAllText(Path.Combine(run.Path, "experiment.yaml"));
        File.WriteAllText(In("odd/experiment.yaml"), text.Replace("784", "50", StringComparison.Ordinal));
        var result = Cli.Run("predict", In("odd"), "x.png");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("CBS0606", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_run_has_pages_of_predictions_and_mistakes()
    {
        foreach (var page in new[] { "predictions", "mistakes" })
        {
            var path = Path.Combine(run.Path, page);
            Assert.True(Picture.DarkPixels($"{path}.png") > 2000);
            Assert.Contains("true class", Picture.Texts($"{path}.svg"));
        }
    }

    private static CliResult Succeed(string[] arguments)
    {
        var result = Cli.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Empty(result.Errors);
        return result;
    }

    private static void AssertReading(JsonElement reading, string file)
    {
        var all = reading.GetProperty("probabilities").EnumerateArray().Select(p => p.GetDouble()).ToList();
        Assert.Equal(file, reading.GetProperty("file").GetString());
        Assert.Equal("dark", reading.GetProperty("ink").GetString());
        Assert.Equal(1, all.Sum(), tolerance: 1e-5);
        Assert.Equal(all.Max(), reading.GetProperty("probability").GetDouble());
        Assert.Equal(all[reading.GetProperty("digit").GetInt32()], all.Max());
    }

    // Black on white, 28 x 28: test digits that the run has not seen.
    private (string[] Files, byte[] Labels) Digits()
    {
        var options = new DatasetOptions { Name = "digits", TrainSamples = 1, TestSamples = Count };
        var test = new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(options).Test;
        string[] files = [.. Enumerable.Range(0, Count).Select(i => In($"digit-{i}.png"))];
        for (var i = 0; i < Count; i++)
        {
            ushort[] samples = [.. test.Input(i).ToArray().Select(ink => (ushort)(255 - ink))];
            File.WriteAllBytes(files[i], PngFile.Encode(28, 8, PngFile.Colour.Grey, samples));
        }

        return (files, test.Labels.ToArray());
    }
}
