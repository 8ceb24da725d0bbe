namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Rows of numbers with and without the zeros that fill them up to a stride.</summary>
internal static class RowPadding
{
    /// <summary>Fills rows up.</summary>
    /// <param name="numbers">[rows x outputs].</param>
    /// <param name="stride">Numbers from one row to the next in the result.</param>
    /// <param name="outputs">Numbers of a row.</param>
    public static float[] With(float[] numbers, int stride, int outputs)
    {
        if (stride == outputs) return numbers;
        var padded = new float[numbers.Length / outputs * stride];
        for (var row = 0; row * outputs < numbers.Length; row++)
            numbers.AsSpan(row * outputs, outputs).CopyTo(padded.AsSpan(row * stride));
        return padded;
    }

    /// <summary>Drops what fills rows up.</summary>
    /// <param name="padded">[rows x stride].</param>
    /// <param name="stride">Numbers from one row to the next.</param>
    /// <param name="outputs">Numbers of a row.</param>
    public static float[] Without(float[] padded, int stride, int outputs)
    {
        if (stride == outputs) return padded;
        var numbers = new float[padded.Length / stride * outputs];
        for (var row = 0; row * outputs < numbers.Length; row++)
            padded.AsSpan(row * stride, outputs).CopyTo(numbers.AsSpan(row * outputs));
        return numbers;
    }
}
