namespace CrossbarSim.Experiments.Predictions;

/// <summary>A picture in shades of grey.</summary>
public sealed class GreyImage
{
    /// <summary>Takes over the levels of a picture.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="levels">0 (black) .. 1 (white), [height x width] row-major, the top row first; not copied.</param>
    /// <exception cref="ArgumentException">There are not width x height levels, or one is not finite.</exception>
    public GreyImage(int width, int height, float[] levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if ((long)width * height != levels.Length || !Array.TrueForAll(levels, float.IsFinite))
            throw new ArgumentException(
                $"{levels.Length} levels do not make a picture of {width} x {height} pixels", nameof(levels));
        (Width, Height, Levels) = (width, height, levels);
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>0 (black) .. 1 (white), [height x width] row-major.</summary>
    public float[] Levels { get; }

    /// <summary>A picture from bytes, 255 being white.</summary>
    /// <param name="width">Pixels per row.</param>
    /// <param name="bytes">Row-major.</param>
    public static GreyImage FromBytes(int width, ReadOnlySpan<byte> bytes)
    {
        var levels = new float[bytes.Length];
        for (var i = 0; i < levels.Length; i++) levels[i] = bytes[i] / 255f;
        return new GreyImage(width, bytes.Length / width, levels);
    }
}
