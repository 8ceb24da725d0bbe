using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// What the devices of one layer have of their own. Each array exists only where some replica needs it; then nominal
/// numbers stand for the others, which give them the same bits.
/// </summary>
internal sealed class OwnBuffers
{
    private readonly int _replicas;
    private readonly int _count;
    private readonly IReadOnlyList<LawTable> _laws;
    private readonly DeviceParameters[] _own;

    /// <summary>Draws the devices of a layer and sends them.</summary>
    /// <param name="memory">Where.</param>
    /// <param name="plan">Network and replicas.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="tables">Tabulated laws.</param>
    public OwnBuffers(AcceleratorMemory memory, EnginePlan plan, int layer, LawTables tables)
    {
        (_replicas, _count) = (plan.Replicas.Count, plan.Devices(layer));
        _laws = [.. plan.Replicas.Select(replica => tables.Of(replica.Mappings[layer]))];
        (Devices, Scale, Offset) = (memory.Zeros<Device>(), memory.Zeros<float>(), memory.Zeros<float>());
        _own = [.. plan.Replicas.Select((replica, r) => new DeviceParameters(
            replica.Mappings[layer], _laws[r], replica.Seed, layer, _count))];
        for (var replica = 0; replica < _replicas; replica++) Send(replica, _own[replica]);
    }

    /// <summary>Whether <see cref="Devices"/> holds any.</summary>
    public bool HasDevices { get; private set; }

    /// <summary>Whether <see cref="Scale"/> and <see cref="Offset"/> hold any.</summary>
    public bool HasWindows { get; private set; }

    /// <summary>Gains and shapes, [replicas x devices].</summary>
    public FlatBuffer<Device> Devices { get; }

    /// <summary>Weight per unit of u, [replicas x devices].</summary>
    public FlatBuffer<float> Scale { get; }

    /// <summary>Weight at the middle, [replicas x devices].</summary>
    public FlatBuffer<float> Offset { get; }

    /// <summary>States with the devices of a replica that are stuck where they are stuck.</summary>
    public int[] Stuck(int replica, int[] codes) => _own[replica].Stuck(codes);

    private void Send(int replica, DeviceParameters own)
    {
        if (own.Devices is { } devices)
        {
            if (!HasDevices) Fill(Devices, DeviceParameters.Nominal);
            HasDevices = true;
            Devices.Write(devices, replica * _count);
        }

        if (own is not { Scale: { } scale, Offset: { } offset }) return;
        if (!HasWindows)
        {
            Fill(Scale, law => law.Parameters.Scale);
            Fill(Offset, _ => 0f);
        }

        HasWindows = true;
        Scale.Write(scale, replica * _count);
        Offset.Write(offset, replica * _count);
    }

    private void Fill<T>(FlatBuffer<T> buffer, Func<LawTable, T> nominal)
        where T : unmanaged
    {
        buffer.Reserve(checked(_replicas * _count));
        var same = new T[_count];
        for (var replica = 0; replica < _replicas; replica++)
        {
            Array.Fill(same, nominal(_laws[replica]));
            buffer.Write(same, replica * _count);
        }
    }
}
