using System.Globalization;
using System.Text.RegularExpressions;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Metrics;

/// <summary>Every row of losses.csv: values in 50 digits of what the original program computes.</summary>
public sealed partial class GoldenLossTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(GoldenFiles.Locate("seed/losses.csv")).Skip(1))
        {
            var fields = Field().Matches(line).Select(match => match.Value.Trim('"')).ToArray();
            data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }

    [Fact]
    public void No_row_is_missed() => Assert.Equal(50, Rows().Count);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_its_golden_value(string group, string name, string value)
    {
        switch (group)
        {
            case "one_hot": Assert.Equal(Integers(value), OneHots(name)); break;
            case "get_dummies": AssertDummies(name, value); break;
            // Keras 2 computes in float: one unit in the last place of 16 is 1e-6.
            case "binary_crossentropy_keras2_float32":
                Near(value, BinaryCrossEntropy.Keras2((float)Y(name), (float)P(name)), 1e-6);
                break;
            default: Near(value, Value(group, name), 1e-14); break;
        }
    }

    private static double Value(string group, string name) => group switch
    {
        "zero_one" => ZeroOne(name),
        "binary_crossentropy" => Binary(name),
        "binary_crossentropy_clip1e-7_exact" => BinaryCrossEntropy.Clipped(Y(name), P(name)),
        "sparse_cce" => Sparse(name),
        "softmax" => Layer(0).Probabilities[Last(name)],
        "sparse_cce_logits" => Loss(name),
        "sparse_cce_logits_gradient" => Layer((int)Y(name)).Layers[0].Deltas[Last(name)],
        "sparse_cce_clip1e-7" => CategoricalCrossEntropy.Of([0, 1], 0, CategoricalCrossEntropy.KerasClip),
        "tf_net_clip1e-9" => CategoricalCrossEntropy.Of(
            name.Contains("p_y=0", StringComparison.Ordinal) ? [0, 1] : [1, 0], 0, CategoricalCrossEntropy.OriginalClip),
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "an untested group"),
    };

    private static double ZeroOne(string name)
    {
        var mean = ZeroOneLoss.Mean([7, 2, 1, 0, 4], [7, 2, 1, 0, 9]);
        if (name.StartsWith("accuracy", StringComparison.Ordinal)) return 1 - mean;
        return name.Contains('[', StringComparison.Ordinal) ? mean : ZeroOneLoss.Of((int)Y(name), (int)Numbers(name)[1]);
    }

    private static double Binary(string name)
    {
        if (!name.Contains('[')) return BinaryCrossEntropy.Of(Y(name), P(name));
        double[] p = [0.9, 0.2, 0.6, 0.35];
        return new[] { 1, 0, 1, 1 }.Zip(p, (y, probability) => BinaryCrossEntropy.Of(y, probability)).Average();
    }

    private static double Sparse(string name)
    {
        double[][] rows = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.25, 0.25, 0.5]];
        if (name.StartsWith("row", StringComparison.Ordinal))
            return CategoricalCrossEntropy.Of(rows[name[3] - '0'], name[3] - '0');
        return name.StartsWith("uniform", StringComparison.Ordinal)
            ? CategoricalCrossEntropy.Of([.. Enumerable.Repeat(0.1, 10)], 3)
            : rows.Select((row, y) => CategoricalCrossEntropy.Of(row, y)).Average();
    }

    private static double Loss(string name)
    {
        double[] logits = name.Contains("1000", StringComparison.Ordinal) ? [1000, 0, -1000] : [1, 2, 3, -1, 0.5];
        var shape = NetworkShape.Dense([1, logits.Length], Activation.Identity, bias: false);
        return new ReferenceNetwork(shape).Score(logits, [(byte)Y(name)]).Loss;
    }

    // One input of 1, so that the weights are the logits.
    private static ReferenceNetwork Layer(int label)
    {
        var network = new ReferenceNetwork(NetworkShape.Dense([1, 5], Activation.Identity, bias: false));
        new[] { 1, 2, 3, -1, 0.5 }.CopyTo(network.Layers[0].Weights, 0);
        network.Differentiate([1], [(byte)label]);
        return network;
    }

    private static int[] OneHots(string name) => name switch
    {
        "y=3 of 10" => OneHot.Row(3, 10),
        "y=[0,2] of 3" => [.. OneHot.Row(0, 3), .. OneHot.Row(2, 3)],
        _ => OneHot.Row(10, 10).SequenceEqual(OneHot.Row(-1, 10)) ? OneHot.Row(10, 10) : [],
    };

    private static void AssertDummies(string name, string value)
    {
        string[] names = ["one", "two", "three"];
        var columns = OneHot.Columns(names);
        if (name.EndsWith("order", StringComparison.Ordinal)) Assert.Equal(Words(value), columns);
        else Assert.Equal(Integers(value), names.SelectMany(n => OneHot.Row(IndexIn(name, columns, names, n), 3)));
    }

    private static int IndexIn(string name, IReadOnlyList<string> columns, string[] names, string wanted) =>
        Array.IndexOf(name.StartsWith("reindexed", StringComparison.Ordinal) ? names : [.. columns], wanted);

    private static void Near(string expected, double actual, double bound)
    {
        var wanted = double.Parse(expected, CultureInfo.InvariantCulture);
        Assert.Equal(wanted, actual, bound * Math.Max(1, Math.Abs(wanted)));
    }

    private static double Y(string name) => Numbers(name[name.IndexOf("y=", StringComparison.Ordinal)..])[0];

    private static double P(string name) => Numbers(name[name.IndexOf("p=", StringComparison.Ordinal)..])[0];

    private static int Last(string name) => (int)Numbers(name)[^1];

    private static int[] Integers(string list) => [.. Numbers(list).Select(n => (int)n)];

    private static double[] Numbers(string text) =>
        [.. Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Words(string list) => Word().Matches(list).Select(match => match.Value);

    [GeneratedRegex("\"[^\"]*\"|(?<=^|,)[^,]*(?=,|$)")]
    private static partial Regex Field();

    [GeneratedRegex(@"-?\d*\.?\d+(?:e-?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
