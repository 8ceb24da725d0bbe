using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>Counters and accounts of one layer's devices, kept on the accelerator.</summary>
internal sealed class DeviceBuffers : IDisposable
{
    private const int Counts = 3;

    private readonly int _devices;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _pulses;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _potentiation;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _depression;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _refused;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _totals;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _table;

    /// <summary>Allocates the devices of a layer, all at P = 0.</summary>
    /// <param name="accelerator">Where.</param>
    /// <param name="mapping">Weight of every state.</param>
    /// <param name="devices">How many devices.</param>
    public DeviceBuffers(Accelerator accelerator, WeightMapping mapping, int devices)
    {
        (Mapping, _devices) = (mapping, devices);
        _pulses = accelerator.Zeros<int>(devices);
        _potentiation = accelerator.Zeros<int>(devices);
        _depression = accelerator.Zeros<int>(devices);
        _refused = accelerator.Zeros<int>(devices);
        _totals = accelerator.Zeros<int>(Counts);
        _table = accelerator.Holding<float>([.. mapping.Table.Select(weight => (float)weight)]);
    }

    /// <summary>Weight of every state.</summary>
    public WeightMapping Mapping { get; }

    /// <summary>P of each device.</summary>
    public ArrayView<int> Pulses => _pulses.View;

    /// <summary>Weight (half of a pair's) at P = 0 .. N.</summary>
    public ArrayView<float> Table => _table.View;

    /// <summary>Everything that a pulse changes.</summary>
    public DeviceAccounts Accounts => new(_pulses.View, _potentiation.View, _depression.View, _refused.View, _totals.View);

    /// <summary>Sets counters and accounts.</summary>
    /// <exception cref="ArgumentException">The number of devices differs, or a P is outside 0 .. N.</exception>
    public void Write(LayerState state)
    {
        Check(state);
        _pulses.Write<int>(state.Pulses);
        _potentiation.Write<int>(state.PotentiationPulses);
        _depression.Write<int>(state.DepressionPulses);
        _refused.Write<int>(state.RefusedPulses);
    }

    /// <summary>Copies counters and accounts; no weights.</summary>
    public LayerState Read() => new(_devices)
    {
        Pulses = _pulses.Read(_devices),
        PotentiationPulses = _potentiation.Read(_devices),
        DepressionPulses = _depression.Read(_devices),
        RefusedPulses = _refused.Read(_devices),
    };

    /// <summary>Starts counting the pulses of a call.</summary>
    public void ClearTotals() => _totals.MemSetToZero();

    /// <summary>The pulses fired at these devices since <see cref="ClearTotals"/>.</summary>
    public PulseTotals ReadTotals()
    {
        var totals = _totals.Read(Counts);
        return new PulseTotals(totals[0], totals[1], totals[2]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pulses.Dispose();
        _potentiation.Dispose();
        _depression.Dispose();
        _refused.Dispose();
        _totals.Dispose();
        _table.Dispose();
    }

    // A kernel does not check its indices: a P outside the table would read foreign memory.
    private void Check(LayerState state)
    {
        if (state.Pulses.Length != _devices)
            throw new ArgumentException($"{state.Pulses.Length} devices given, {_devices} expected", nameof(state));
        if (state.Pulses.AsSpan().ContainsAnyExceptInRange(0, Mapping.Pulses))
            throw new ArgumentException($"a P is outside 0 .. {Mapping.Pulses}", nameof(state));
    }
}
