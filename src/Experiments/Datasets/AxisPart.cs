namespace CrossbarSim.Experiments.Datasets;

/// <summary>The pixels along one axis that a pixel of a shrunk picture covers.</summary>
/// <param name="First">First of them.</param>
/// <param name="Weights">How much of each is covered, in units of a pixel divided by the new size.</param>
internal readonly record struct AxisPart(int First, int[] Weights)
{
    /// <summary>Divides an axis into equal parts; the weights of each sum to <paramref name="length"/>.</summary>
    /// <param name="length">Pixels along the axis.</param>
    /// <param name="parts">Number of parts, 1 .. length.</param>
    public static AxisPart[] Divide(int length, int parts) => [.. Enumerable.Range(0, parts).Select(part =>
    {
        var (start, end) = (part * length, (part + 1) * length);
        var (first, last) = (start / parts, (end - 1) / parts);
        return new AxisPart(first, [.. Enumerable.Range(first, last - first + 1)
            .Select(pixel => Math.Min(end, (pixel + 1) * parts) - Math.Max(start, pixel * parts))]);
    })];
}
