namespace CrossbarSim.Experiments.Predictions;

/// <summary>Which is the ink of a picture, and which the paper.</summary>
public enum Ink
{
    /// <summary>Found out from the border, which is taken for paper.</summary>
    Auto,

    /// <summary>Dark ink on lighter paper.</summary>
    Dark,

    /// <summary>Light ink on darker paper, as in the MNIST files.</summary>
    Light,
}
