namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Remembers what a field meant: fields of neighbouring rows are mostly equal.</summary>
/// <typeparam name="T">What it meant.</typeparam>
internal sealed class SameBytes<T>
{
    private byte[]? _bytes;

    /// <summary>What it meant.</summary>
    public T Value { get; private set; } = default!;

    /// <summary>Whether a field is the one that is remembered.</summary>
    public bool Is(ReadOnlySpan<byte> field) => _bytes is not null && field.SequenceEqual(_bytes);

    /// <summary>Remembers another.</summary>
    public T Set(ReadOnlySpan<byte> field, T value)
    {
        _bytes = field.ToArray();
        return Value = value;
    }
}
