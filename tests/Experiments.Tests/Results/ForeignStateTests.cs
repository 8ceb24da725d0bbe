using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using PureHDF;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class ForeignStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_width_and_sign_of_integer_is_accepted()
    {
        AssertCounters(new sbyte[] { 0, 1, 99, 100 });
        AssertCounters(new byte[] { 0, 1, 99, 100 });
        AssertCounters(new short[] { 0, 1, 99, 100 });
        AssertCounters(new ushort[] { 0, 1, 99, 100 });
        AssertCounters(new uint[] { 0, 1, 99, 100 });
        AssertCounters(new long[] { 0, 1, 99, 100 });
        AssertCounters(new ulong[] { 0, 1, 99, 100 });
    }

    [Theory]
    [InlineData(101L, "101")]
    [InlineData(-1L, "-1")]
    [InlineData(1L << 32, "4294967296")]
    public void A_value_out_of_range_is_told_with_its_place(long value, string shown)
    {
        var problem = Refused(new H5Dataset(new long[] { 0, 1, value, 2 }, fileDims: [2, 2]));

        Assert.Equal("CBS0505", problem.Code);
        Assert.Contains($"{shown} at layer 0, row 1, column 0", problem.Message, StringComparison.Ordinal);
        Assert.Contains("0 .. 100", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_dataset_is_named()
    {
        Write(new H5Dataset(new int[4], fileDims: [2, 2]));

        var problem = Refused([States.Layer(2, 2), States.Layer(2, 1)]);

        Assert.Equal("CBS0502", problem.Code);
        Assert.Contains("/layers/1/pulses", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_too_many_is_refused()
    {
        Write(new H5Dataset(new int[4], fileDims: [2, 2]));

        Assert.Equal("CBS0503", Refused([]).Code);
    }

    [Fact]
    public void A_wrong_shape_is_told_with_the_expected_one()
    {
        var problem = Refused(new H5Dataset(new int[6], fileDims: [2, 3]));

        Assert.Equal("CBS0503", problem.Code);
        Assert.Contains("2 x 3; expected 2 x 2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transposed_shape_is_recognised()
    {
        Write(new H5Dataset(new int[6], fileDims: [3, 2]));

        Assert.Contains("MATLAB", Refused([States.Layer(2, 3)]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_types_are_refused()
    {
        Assert.Equal("CBS0504", Refused(new H5Dataset(new double[4], fileDims: [2, 2])).Code);
        Assert.Equal("CBS0504", Refused(new H5Dataset(new[] { "a", "b", "c", "d" }, fileDims: [2, 2])).Code);
        Assert.Equal("CBS0502", Refused(new H5Group()).Code);
    }

    [Fact]
    public void A_missing_file_is_a_data_file_problem()
    {
        Assert.Equal("CBS0501", Refused([States.Layer(2, 2)]).Code);
    }

    private void AssertCounters<T>(T[] values)
    {
        Write(new H5Dataset(values, fileDims: [2, 2]));
        Assert.Equal([0, 1, 99, 100], StateFile.ReadDevices(_folder["s.h5"], [States.Layer(2, 2)])[0].Pulses);
    }

    private DataFileException Refused(H5Object pulses)
    {
        Write(pulses);
        return Refused([States.Layer(2, 2)]);
    }

    private DataFileException Refused(IReadOnlyList<StateLayer> layers)
    {
        var problem = Assert.Throws<DataFileException>(() => StateFile.ReadDevices(_folder["s.h5"], layers));
        Assert.Equal(_folder["s.h5"], problem.File);
        return problem;
    }

    private void Write(H5Object pulses) =>
        new H5File { ["layers"] = new H5Group { ["0"] = new H5Group { ["pulses"] = pulses } } }.Write(_folder["s.h5"]);
}
