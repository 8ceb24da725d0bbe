using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// The inputs of a layer by word line, in the order of the batch, as a type: first layer or later one.
/// </summary>
internal interface ILineInputs
{
    /// <summary>The first input of a line.</summary>
    int First(int row);

    /// <summary>Behind its last.</summary>
    int End(int row);

    /// <summary>Place in the batch of an input's sample.</summary>
    int Place(int k);

    /// <summary>An input.</summary>
    float Input(int replica, int row, int k);

    /// <summary>Number of an input among all of the batch.</summary>
    int Entry(int row, int k);

    /// <summary>Inputs of the batch.</summary>
    int Entries(int rows);
}

/// <summary>The first layer: the samples of the batch that drive each word line, the same for all replicas.</summary>
/// <param name="Starts">Where the list of each line begins, [rows + 1].</param>
/// <param name="Places">Places in the batch, ascending.</param>
/// <param name="Values">Their inputs; 1 on the bias line.</param>
internal readonly record struct SparseLines(
    ArrayView<int> Starts, ArrayView<int> Places, ArrayView<float> Values) : ILineInputs
{
    public int First(int row) => Starts[row];

    public int End(int row) => Starts[row + 1];

    public int Place(int k) => Places[k];

    public float Input(int replica, int row, int k) => Values[k];

    public int Entry(int row, int k) => k - Starts[0];

    public int Entries(int rows) => Starts[rows] - Starts[0];
}

/// <summary>A later layer: every sample drives every line.</summary>
/// <param name="Values">Values of the layer before, [replicas x batch x input stride].</param>
/// <param name="Size">Size of the layer; the line behind the inputs is the bias line.</param>
internal readonly record struct DenseLines(ArrayView<float> Values, LayerSize Size) : ILineInputs
{
    public int First(int row) => 0;

    public int End(int row) => Size.Batch;

    public int Place(int k) => k;

    public float Input(int replica, int row, int k) =>
        row < Size.Inputs ? Values[(replica * Size.Batch + k) * Size.InputStride + row] : 1f;

    public int Entry(int row, int k) => row * Size.Batch + k;

    public int Entries(int rows) => rows * Size.Batch;
}
