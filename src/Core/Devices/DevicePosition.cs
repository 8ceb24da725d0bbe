namespace CrossbarSim.Core.Devices;

/// <summary>
/// The state of one device as a single 32-bit code: its position on its branch in units of 2^-16 of a nominal pulse,
/// with all bits flipped on the depression branch. A one-curve device is always on the potentiation branch.
/// </summary>
public static class DevicePosition
{
    /// <summary>Bits behind the binary point of a position.</summary>
    public const int Bits = 16;

    /// <summary>One nominal pulse.</summary>
    public const int One = 1 << Bits;

    /// <summary>The code of a position.</summary>
    /// <param name="position">0 .. N x 65,536 of the branch.</param>
    /// <param name="depression">Whether it is on the depression branch.</param>
    public static int Code(int position, bool depression) => depression ? ~position : position;

    /// <summary>Whether a device is on the depression branch.</summary>
    /// <param name="code">Its state.</param>
    public static bool IsDepression(int code) => code < 0;

    /// <summary>The position of a device on its branch, in units of 2^-16 of a pulse.</summary>
    /// <param name="code">Its state.</param>
    public static int Position(int code) => code < 0 ? ~code : code;

    /// <summary>P: the position rounded half up to whole pulses, in its branch's N.</summary>
    /// <param name="code">The state of a device.</param>
    public static int Pulses(int code) => (Position(code) + One / 2) >> Bits;
}
