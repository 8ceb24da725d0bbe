namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// A number of every weight that only some rules remember, [replicas x rows x outputs]: allocated when it is first used.
/// </summary>
/// <param name="memory">Where.</param>
/// <param name="replicas">Replicas.</param>
/// <param name="cells">Weights of a replica.</param>
internal sealed class ReplicaFloats(AcceleratorMemory memory, int replicas, int cells)
{
    private readonly FlatBuffer<float> _numbers = memory.Zeros<float>();
    private bool _exists;

    /// <summary>All of them, zero at first.</summary>
    public FlatBuffer<float> Used()
    {
        if (!_exists) _numbers.Reserve(checked(replicas * cells));
        _exists = true;
        return _numbers;
    }

    /// <summary>Sets the numbers of a replica; zeros where there are none.</summary>
    public void Write(int replica, float[]? numbers)
    {
        if (numbers is null && !_exists) return;
        if (numbers is not null && numbers.Length != cells)
            throw new ArgumentException($"{numbers.Length} numbers given, {cells} expected", nameof(numbers));
        Used().Write(numbers ?? new float[cells], replica * cells);
    }

    /// <summary>Copies the numbers of a replica.</summary>
    public float[] Read(int replica) => _exists ? _numbers.Read(replica * cells, cells) : new float[cells];
}
