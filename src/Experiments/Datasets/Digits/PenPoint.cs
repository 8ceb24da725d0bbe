namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>A point of a stroke: in the writing box (0 .. 1), or in pixels once placed.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
internal readonly record struct PenPoint(double X, double Y)
{
    /// <summary>Adds two vectors.</summary>
    public static PenPoint operator +(PenPoint a, PenPoint b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>Subtracts two vectors.</summary>
    public static PenPoint operator -(PenPoint a, PenPoint b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Scales a vector.</summary>
    public static PenPoint operator *(double factor, PenPoint a) => new(factor * a.X, factor * a.Y);
}
