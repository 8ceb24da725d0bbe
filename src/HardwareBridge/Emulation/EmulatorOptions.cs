using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Devices;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>An emulated board.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Word lines.</summary>
    public required int Rows { get; init; }

    /// <summary>Bit lines.</summary>
    public required int Columns { get; init; }

    /// <summary>Its devices; all start at P = 0.</summary>
    public required DeviceOptions Device { get; init; }

    /// <summary>Seed of everything that is drawn: spread, noise, and the nonce of each boot.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Serial number.</summary>
    public uint Serial { get; init; } = 1001;

    /// <summary>Relative standard deviation of one reading.</summary>
    public double ReadNoise { get; init; }

    /// <summary>Cells that no pulse moves.</summary>
    public IReadOnlySet<Cell> Stuck { get; init; } = new HashSet<Cell>();

    /// <summary>Cells that conduct beyond the range of any reading.</summary>
    public IReadOnlySet<Cell> Shorted { get; init; } = new HashSet<Cell>();

    /// <summary>Amplitude from which on an instrument that is given volts moves a device; below, it only reads.</summary>
    public double WriteVoltage { get; init; } = 0.6;

    /// <summary>Whether it can form cells, and so limits currents as well.</summary>
    public bool CanForm { get; init; }

    /// <summary>What its firmware allows; nothing here may be 0.</summary>
    public LimitsMessage Limits { get; init; } = new(
        RiseVoltage: 10_000, FallVoltage: 10_000, LeastWidth: 1, MostWidth: 100_000_000, Energy: uint.MaxValue,
        Compliance: ushort.MaxValue, PulsesPerCall: 4_096, PulsesPerSecond: 1_000_000, PulsesPerCell: uint.MaxValue,
        TotalPulses: uint.MaxValue, ReadVoltage: 2_000, ReadsPerSecond: 10_000_000);
}
