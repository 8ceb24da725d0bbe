using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// The inputs of a layer by sample of the batch, in the order of the word lines, as a type: first layer or later one.
/// </summary>
internal interface ISampleInputs
{
    /// <summary>The first input of a sample.</summary>
    int First(int place);

    /// <summary>Behind its last.</summary>
    int End(int place);

    /// <summary>Word line of an input.</summary>
    int Row(int k);

    /// <summary>An input.</summary>
    /// <param name="line">Sample of a replica: replica x batch + place.</param>
    /// <param name="k">Which input.</param>
    float Input(int line, int k);
}

/// <summary>
/// Samples as lists of their non-zero inputs, ascending; the bias line, where there is one, closes each list.
/// </summary>
/// <param name="Starts">Where the list of each sample begins, [samples + 1].</param>
/// <param name="Columns">Word lines.</param>
/// <param name="Levels">Their levels, 1 .. 255.</param>
/// <param name="Scale">Input of each level, [256].</param>
/// <param name="Order">Sample numbers of the batch.</param>
internal readonly record struct SparseInputs(
    ArrayView<int> Starts, ArrayView<ushort> Columns, ArrayView<byte> Levels, ArrayView<float> Scale, ArrayView<int> Order)
    : ISampleInputs
{
    public int First(int place) => Starts[Order[place]];

    public int End(int place) => Starts[Order[place] + 1];

    public int Row(int k) => Columns[k];

    public float Input(int line, int k) => Scale[(int)Levels[k]];
}

/// <summary>A later layer: every line is driven.</summary>
/// <param name="Values">Values of the layer before, [replicas x batch x input stride].</param>
/// <param name="Size">Size of the layer.</param>
internal readonly record struct DenseInputs(ArrayView<float> Values, LayerSize Size) : ISampleInputs
{
    public int First(int place) => 0;

    public int End(int place) => Size.Rows;

    public int Row(int k) => k;

    public float Input(int line, int k) => k < Size.Inputs ? Values[line * Size.InputStride + k] : 1f;
}
