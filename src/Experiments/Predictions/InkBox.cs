namespace CrossbarSim.Experiments.Predictions;

/// <summary>The smallest rectangle around ink, pixels; the ends are exclusive.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Behind the last column.</param>
/// <param name="Bottom">Behind the last row.</param>
internal readonly record struct InkBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>A box around nothing.</summary>
    public static readonly InkBox Empty = new(int.MaxValue, int.MaxValue, 0, 0);

    /// <summary>Columns.</summary>
    public int Width => Right - Left;

    /// <summary>Rows.</summary>
    public int Height => Bottom - Top;

    /// <summary>The box that also holds a pixel.</summary>
    public InkBox With(int x, int y) =>
        new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x + 1), Math.Max(Bottom, y + 1));

    /// <summary>The box that also holds another.</summary>
    public InkBox With(InkBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
