using System.Globalization;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Tests.Results;
using CrossbarSim.Experiments.Transfers;
using CrossbarSim.Experiments.Transfers.Reading;
using PureHDF;

namespace CrossbarSim.Experiments.Tests.Transfers;

/// <summary>Networks of 6 inputs, 4 hidden units and 3 classes, as others write them.</summary>
public sealed class WeightReaderTests : IDisposable
{
    private static readonly double[] First = Numbers(6 * 4, 0.1);
    private static readonly double[] FirstBias = Numbers(4, 1);
    private static readonly double[] Second = Numbers(4 * 3, 0.2);
    private static readonly double[] SecondBias = Numbers(3, 2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("layers/0/weights", "layers/0/bias", "layers/1/weights", "layers/1/bias")]
    [InlineData("dense/dense/kernel:0", "dense/dense/bias:0", "dense_1/dense_1/kernel:0", "dense_1/dense_1/bias:0")]
    [InlineData("layers/dense/vars/0", "layers/dense/vars/1", "layers/dense_1/vars/0", "layers/dense_1/vars/1")]
    [InlineData("fc9.weight", "fc9.bias", "fc10.weight", "fc10.bias")]
    [InlineData("0.weight", "0.bias", "2.weight", "2.bias")]
    public void Arrays_are_found_by_their_names(string first, string firstBias, string second, string secondBias)
    {
        var path = Hdf(
            (first, First, [6, 4]), (firstBias, FirstBias, [4]), (second, Second, [4, 3]), (secondBias, SecondBias, [3]),
            ("optimizer/vars/0", First, [6, 4]));
        var network = Read(path);

        Assert.Equal([new LayerShape(6, 4, true), new LayerShape(4, 3, true)], network.Shape.Layers);
        Assert.Equal([.. First, .. FirstBias], network.Weights[0]);
        Assert.Equal([.. Second, .. SecondBias], network.Weights[1]);
    }

    [Fact]
    public void Arrays_of_outputs_by_inputs_are_turned()
    {
        var network = Read(Hdf(("a.weight", Turned(First, 6, 4), [4, 6]), ("b.weight", Turned(Second, 4, 3), [3, 4])));
        Assert.Equal(First, network.Weights[0]);
        Assert.Equal(Second, network.Weights[1]);
        Assert.False(network.Shape.Layers[0].Bias);
    }

    [Fact]
    public void Single_precision_and_integers_beside_are_read_and_left_alone()
    {
        var file = new H5File
        {
            ["a.weight"] = new H5Dataset(Array.ConvertAll(First, value => (float)value), fileDims: [6, 4]),
            ["b.weight"] = new H5Dataset(Second, fileDims: [4, 3]),
            ["steps"] = new H5Dataset(new[] { 7 }),
        };
        file.Write(_folder["w.h5"]);

        Assert.Equal(First.Select(value => (double)(float)value), Read(_folder["w.h5"]).Weights[0]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Orientation.OutIn)]
    public void A_square_array_follows_the_others_or_the_option(Orientation? square)
    {
        var middle = Numbers(16, 3);
        var path = Hdf(("0.weight", First, [6, 4]), ("1.weight", middle, [4, 4]), ("2.weight", Second, [4, 3]));
        Assert.Equal(square is null ? middle : Turned(middle, 4, 4), Read(path, square).Weights[1]);
    }

    [Fact]
    public void A_square_array_alone_needs_the_option()
    {
        var path = Hdf(("0.weight", Numbers(36, 1), [6, 6]));
        var error = Assert.Throws<DataFileException>(() => WeightReader.Read([path], (6, 6, "data"), Activation.Relu, null));
        Assert.Equal("CBS1606", error.Code);
        Assert.Equal(Numbers(36, 1), WeightReader.Read([path], (6, 6, "data"), Activation.Relu, Orientation.InOut).Weights[0]);
    }

    [Fact]
    public void Csv_files_are_layers_in_the_order_given_and_a_folder_goes_by_names()
    {
        var (a, z) = (Csv("z.csv", First, 4), Csv("a.csv", Second, 3, header: "# hidden to output\n"));
        Assert.Equal([First, Second], WeightReader.Read([a, z], (6, 3, "data"), Activation.Relu, null).Weights);

        Directory.CreateDirectory(_folder["named"]);
        Csv("named/fc1.weight.csv", Turned(First, 6, 4), 6, separator: " ");
        Csv("named/fc1.bias.csv", FirstBias, 1);
        Csv("named/fc2.weight.csv", Turned(Second, 4, 3), 4, separator: ";");
        Csv("named/fc2.bias.csv", SecondBias, 3);
        Assert.Equal([[.. First, .. FirstBias], [.. Second, .. SecondBias]], Read(_folder["named"]).Weights);
    }

    [Theory]
    [InlineData("1,2\n3\n", "CBS1607", "w.csv:2", "1 numbers in a row, where the rows before have 2")]
    [InlineData("1,2\n3,x\n", "CBS1607", "w.csv:2:2", "\"x\" is not a number")]
    [InlineData("1,2\n3,\n", "CBS1607", "w.csv:2:2", "\"\" is not a number")]
    [InlineData("1,2\n\nnan,1\n", "CBS1604", "w.csv:3:1", "nan: a weight must be finite")]
    [InlineData("# nothing\n", "CBS1601", "w.csv", "there are no numbers in this file")]
    [InlineData("1,2,3\n4,5,6\n", "CBS1603", "w.csv", "2 x 3 has no side of 6, the values of a sample of data")]
    public void A_bad_csv_file_is_told_with_its_place(string text, string code, string place, string message)
    {
        File.WriteAllText(_folder["w.csv"], text);
        var error = Assert.Throws<DataFileException>(() => Read(_folder["w.csv"]));

        Assert.Equal(code, error.Code);
        Assert.Equal(_folder[place], error.File);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_arrays_is_told_with_their_name()
    {
        Refused("CBS1602", "whatever", ("fc1.weight", First, [6, 4]), ("whatever", Second, [4, 3]));
        Refused("CBS1603", "5 x 3 has no side of 4, the outputs of the layer before",
            ("fc1.weight", First, [6, 4]), ("fc2.weight", Numbers(15, 1), [5, 3]));
        Refused("CBS1603", "gives 4 outputs, but data has 3 classes", ("fc1.weight", First, [6, 4]));
        Refused("CBS1603", "2 x 3 x 4 is no matrix", ("fc1.weight", First, [2, 3, 4]));
        Refused("CBS1603", "3 is not one value for each of the 4 outputs",
            ("fc1.weight", First, [6, 4]), ("fc1.bias", SecondBias, [3]),
            ("fc2.weight", Second, [4, 3]), ("fc2.bias", SecondBias, [3]));
        Refused("CBS1605", "fc2.weight has no bias, but fc1.weight has one",
            ("fc1.weight", First, [6, 4]), ("fc1.bias", FirstBias, [4]), ("fc2.weight", Second, [4, 3]));
        Refused("CBS1605", "fc1.bias is a bias without weights", ("fc1.bias", FirstBias, [4]), ("fc2.weight", Second, [4, 3]));
        double[] infinite = [.. First];
        infinite[9] = double.NegativeInfinity;
        Refused("CBS1604", "-Infinity at row 2, column 1", ("fc1.weight", infinite, [6, 4]), ("fc2.weight", Second, [4, 3]));
    }

    [Fact]
    public void A_file_that_is_absent_or_no_hdf5_is_told()
    {
        Assert.Equal("CBS1601", Assert.Throws<DataFileException>(() => Read(_folder["absent.h5"])).Code);
        File.WriteAllText(_folder["text.h5"], "no");
        Assert.Equal("CBS0501", Assert.Throws<DataFileException>(() => Read(_folder["text.h5"])).Code);
        Directory.CreateDirectory(_folder["empty"]);
        Assert.Equal("CBS1601", Assert.Throws<DataFileException>(() => Read(_folder["empty"])).Code);
    }

    private static FloatNetwork Read(string path, Orientation? square = null) =>
        WeightReader.Read([path], (6, 3, "data"), Activation.Relu, square);

    private static double[] Numbers(int count, double from) => [.. Enumerable.Range(0, count).Select(k => from + k / 8.0)];

    private static double[] Turned(double[] values, int rows, int columns) =>
        [.. Enumerable.Range(0, values.Length).Select(k => values[k % rows * columns + k / rows])];

    private void Refused(string code, string message, params (string, double[], ulong[])[] arrays)
    {
        var path = Hdf(arrays);
        var error = Assert.Throws<DataFileException>(() => Read(path));
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.File, StringComparison.Ordinal);
    }

    private string Hdf(params (string Name, double[] Values, ulong[] Shape)[] arrays)
    {
        var file = new H5File();
        foreach (var (name, values, shape) in arrays)
        {
            var parts = name.Split('/');
            H5Group group = file;
            foreach (var part in parts[..^1])
                group = (H5Group)(group.TryGetValue(part, out var known) ? known : group[part] = new H5Group());
            group[parts[^1]] = new H5Dataset(values, fileDims: shape);
        }

        file.Write(_folder["w.h5"]);
        return _folder["w.h5"];
    }

    private string Csv(string name, double[] values, int columns, string separator = ",", string header = "")
    {
        var lines = values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Chunk(columns)
            .Select(row => string.Join(separator, row));
        File.WriteAllText(_folder[name], header + string.Join('\n', lines) + "\n");
        return _folder[name];
    }
}
