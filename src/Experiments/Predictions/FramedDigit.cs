namespace CrossbarSim.Experiments.Predictions;

/// <summary>A digit as a network trained on MNIST expects it.</summary>
/// <param name="Pixels">Ink, 0 .. 255, [28 x 28] row-major.</param>
/// <param name="Ink">Which ink the picture had: dark or light.</param>
public sealed record FramedDigit(byte[] Pixels, Ink Ink)
{
    /// <summary>Pixels per row and rows.</summary>
    public const int Side = 28;

    /// <summary>The digit for a network with inputs of another size: by area.</summary>
    /// <param name="side">Pixels per row and rows, at least 1.</param>
    /// <returns>[side x side] row-major.</returns>
    public byte[] Resized(int side)
    {
        if (side == Side) return Pixels;
        var scale = (double)side / Side;
        var levels = AreaSampling.Resample(
            [.. Pixels.Select(p => (float)p)], Side, new SampledAxis(0, scale, side), new SampledAxis(0, scale, side));
        return [.. levels.Select(level => (byte)MathF.Round(level))];
    }
}
