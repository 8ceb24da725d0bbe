using CrossbarSim.Kernels.Accelerators.Arguments;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// A number of every weight that only some rules remember, [replicas x rows x stride]: allocated when it is first
/// used.
/// </summary>
/// <param name="memory">Where.</param>
/// <param name="replicas">Replicas.</param>
/// <param name="size">The layer.</param>
internal sealed class ReplicaFloats(AcceleratorMemory memory, int replicas, LayerSize size)
{
    private readonly FlatBuffer<float> _numbers = memory.Zeros<float>();
    private bool _exists;

    /// <summary>All of them, zero at first.</summary>
    public FlatBuffer<float> Used()
    {
        if (!_exists) _numbers.Reserve(checked(replicas * size.Slots));
        _exists = true;
        return _numbers;
    }

    /// <summary>Sets the numbers of a replica; zeros where there are none.</summary>
    public void Write(int replica, float[]? numbers)
    {
        if (numbers is null && !_exists) return;
        if (numbers is not null && numbers.Length != size.Cells)
            throw new ArgumentException($"{numbers.Length} numbers given, {size.Cells} expected", nameof(numbers));
        var padded = RowPadding.With(numbers ?? new float[size.Cells], size.Stride, size.Outputs);
        Used().Write(padded, replica * size.Slots);
    }

    /// <summary>Copies the numbers of a replica.</summary>
    public float[] Read(int replica) => _exists
        ? RowPadding.Without(_numbers.Read(replica * size.Slots, size.Slots), size.Stride, size.Outputs)
        : new float[size.Cells];
}
