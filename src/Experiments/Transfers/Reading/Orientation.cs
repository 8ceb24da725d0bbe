namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Which side of a weight matrix the inputs of the layer are on.</summary>
public enum Orientation
{
    /// <summary>Rows are inputs, columns outputs: Keras, and the arrays of this program.</summary>
    InOut,

    /// <summary>Rows are outputs, columns inputs: PyTorch.</summary>
    OutIn,
}
