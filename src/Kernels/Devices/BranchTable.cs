using CrossbarSim.Core.Devices;

namespace CrossbarSim.Kernels.Devices;

/// <summary>Where the curve of one branch lies in the table of a law, and how it is divided.</summary>
/// <param name="Offset">Index of its first entry.</param>
/// <param name="Pulses">N of the branch.</param>
/// <param name="SubBits">Each pulse is divided into 2^this cells, within which u is linear; 0 .. 12.</param>
/// <param name="ShapeStride">Entries from the curve of one shape to that of the next; 0: all devices have one shape.</param>
/// <param name="Guesses">Index of the first of the <see cref="CurveTable.Guesses"/>.</param>
internal readonly record struct BranchTable(int Offset, int Pulses, int SubBits, int ShapeStride, int Guesses)
{
    /// <summary>The last position.</summary>
    public int End => Pulses << DevicePosition.Bits;

    /// <summary>Cells of the curve; it has one entry more.</summary>
    public int Cells => Pulses << SubBits;

    /// <summary>Bits of a position within a cell.</summary>
    public int CellBits => DevicePosition.Bits - SubBits;
}
