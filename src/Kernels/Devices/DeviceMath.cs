using CrossbarSim.Core.Devices;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Devices;

/// <summary>
/// One device in integers: the same code on the CPU and on every accelerator, so that all give the same state. No
/// allocation, no exception, no double. Reference twin: Core's ReferencePulses.
/// </summary>
internal static class DeviceMath
{
    // Noise is in units of 2^-30 of the window, so that it fits a float's exponent and a 64-bit sum.
    private const int NoiseBits = 30;

    // A search that has guessed so often goes on by halves.
    private const int MostTries = 8;

    // Cells that a guess may be away; an int holds the sum.
    private const float Farthest = 1 << 24;

    /// <summary>u of a device.</summary>
    /// <param name="table">Curves of the law.</param>
    /// <param name="law">The law.</param>
    /// <param name="code">State of the device.</param>
    /// <param name="device">What it has of its own.</param>
    /// <returns>0 .. 2^46.</returns>
    public static long Fraction<TTable>(TTable table, LawParameters law, int code, Device device)
        where TTable : struct, ITable<long>
    {
        var depression = DevicePosition.IsDepression(code);
        return Fraction(table, law.Branch(depression), DevicePosition.Position(code), device.Shape(depression));
    }

    /// <summary>What is seen of a device with write noise; may lie outside the window.</summary>
    /// <param name="law">The law, with write noise.</param>
    /// <param name="fraction">u of its state.</param>
    /// <param name="deviate">Standard normal deviate of the last pulse fired at it.</param>
    public static long Seen(LawParameters law, long fraction, float deviate) =>
        fraction + (Rounded(law.WriteSigma * (float)(1 << NoiseBits), deviate) << (LawParameters.FractionBits - NoiseBits));

    /// <summary>The weight (half of a pair's) that a device stands for.</summary>
    /// <param name="fraction">Its u.</param>
    /// <param name="middle">The u of weight 0.</param>
    /// <param name="scale">Weight per unit of u, of this device.</param>
    /// <param name="offset">Weight of this device at the middle; 0 where its window is nominal.</param>
    public static float Weight(long fraction, long middle, float scale, float offset) =>
        Fused.MultiplyAdd((float)(fraction - middle), scale, offset);

    /// <summary>Fires one pulse.</summary>
    /// <param name="table">Curves of the law.</param>
    /// <param name="law">The law.</param>
    /// <param name="code">State of the device.</param>
    /// <param name="device">What it has of its own.</param>
    /// <param name="depression">Whether the pulse is a falling one.</param>
    /// <param name="deviate">Standard normal deviate of this pulse; not used where there is no noise.</param>
    /// <param name="before">Pulses fired at the device before; not used where it has no budget.</param>
    public static FiredPulse Fire<TTable>(
        TTable table, LawParameters law, int code, Device device, bool depression, float deviate, int before = 0)
        where TTable : struct, ITable<long>
    {
        if (before >= device.Budget) return new FiredPulse(code, 0);
        var branch = law.Branch(depression);
        var from = PositionOn(table, law, code, device, depression);
        if (from == (depression ? 0 : branch.End)) return new FiredPulse(code, 0);
        var gain = device.Gain(depression);
        var to = depression ? (from < gain ? 0 : from - gain) : (branch.End - from < gain ? branch.End : from + gain);
        if (law.Noise != NoiseKind.None) to = Disturb(table, law, branch, device.Shape(depression), from, to, deviate);
        return new FiredPulse(DevicePosition.Code(to, depression && law.OneCurve == 0), 1);
    }

    /// <summary>The position of a device on the branch of a direction; G stays what it is.</summary>
    public static int PositionOn<TTable>(TTable table, LawParameters law, int code, Device device, bool depression)
        where TTable : struct, ITable<long>
    {
        var position = DevicePosition.Position(code);
        if (law.OneCurve == 1 || DevicePosition.IsDepression(code) == depression) return position;
        var u = Fraction(table, law.Branch(!depression), position, device.Shape(!depression));
        var branch = law.Branch(depression);
        if (u <= 0) return 0;
        if (u >= LawParameters.Top) return branch.End;
        var guess = (int)table.At(branch.Guesses + (int)(u >> (LawParameters.FractionBits - CurveTable.GuessBits)));
        return Position(table, branch, u, device.Shape(depression), guess);
    }

    private static int Disturb<TTable>(
        TTable table, LawParameters law, BranchTable branch, int shape, int from, int to, float deviate)
        where TTable : struct, ITable<long>
    {
        if (law.Linear == 1) return Cut(to + Noise(law, branch.End, to - from, deviate), branch.End);
        var before = Fraction(table, branch, from, shape);
        var after = Fraction(table, branch, to, shape);

        var step = (int)((after - before) >> (LawParameters.FractionBits - NoiseBits));
        var noise = Noise(law, 1 << NoiseBits, step, deviate) << (LawParameters.FractionBits - NoiseBits);
        var noisy = after + noise;
        return noisy <= 0 ? 0
            : noisy >= LawParameters.Top ? branch.End
            : Position(table, branch, noisy, shape, to >> branch.CellBits);
    }

    // sigma x deviate x (the window, or the step), rounded to whole units.
    private static long Noise(LawParameters law, int window, int step, float deviate) =>
        Rounded(law.Sigma * (law.Noise == NoiseKind.Window ? (float)window : (float)step), deviate);

    private static long Rounded(float spread, float deviate)
    {
        var half = (spread < 0f) == (deviate < 0f) ? 0.5f : -0.5f;
        return (long)Fused.MultiplyAdd(spread, deviate, half);
    }

    private static int Cut(long position, int end) => position < 0 ? 0 : position > end ? end : (int)position;

    private static long Fraction<TTable>(TTable table, BranchTable branch, int position, int shape)
        where TTable : struct, ITable<long>
    {
        var cell = position >> branch.CellBits;
        var part = position - (cell << branch.CellBits);
        var low = Entry(table, branch, cell, shape);
        if (part == 0) return low;
        return low + (((Entry(table, branch, cell + 1, shape) - low) * part) >> branch.CellBits);
    }

    // The inverse, of a u within the window: the nearest position, ties to even. Which cell is guessed first, or next, has
    // no bearing on which is found.
    private static int Position<TTable>(TTable table, BranchTable branch, long u, int shape, int guess)
        where TTable : struct, ITable<long>
    {
        var low = 0;
        var high = branch.Cells;
        for (var tries = 0; ; tries++)
        {
            if (guess < low || guess >= high || tries > MostTries) guess = (low + high) >> 1;
            var entry = Entry(table, branch, guess, shape);
            var next = Entry(table, branch, guess + 1, shape);
            if (entry > u) high = guess;
            else if (next <= u) low = guess + 1;
            else return (guess << branch.CellBits) + Part(u - entry, next - entry, branch.CellBits);
            guess = Straight(guess, u - entry, next - entry);
        }
    }

    // The cell that a straight line through this one leads to.
    private static int Straight(int cell, long distance, long width)
    {
        if (width <= 0) return -1;
        var cells = (float)distance / (float)width;
        if (cells > Farthest || cells < -Farthest) return -1;
        return cells < 0f ? cell + (int)cells - 1 : cell + (int)cells;
    }

    // distance / width in units of 2^-bits: at most 2^46 x 2^16, which fits. A cell starts at an even position, unless
    // it is as fine as positions are; then there is nothing to round within it.
    private static int Part(long distance, long width, int bits)
    {
        if (width <= 0) return 0;
        var numerator = distance << bits;
        var whole = numerator / width;
        var twice = 2 * (numerator - whole * width);
        if (twice > width || (twice == width && (whole & 1) == 1)) whole++;
        return (int)whole;
    }

    private static long Entry<TTable>(TTable table, BranchTable branch, int cell, int shape)
        where TTable : struct, ITable<long>
    {
        var at = branch.Offset + cell;
        if (branch.ShapeStride == 0) return table.At(at);
        at += (shape >> DevicePosition.Bits) * branch.ShapeStride;
        var part = shape & (DevicePosition.One - 1);
        var first = table.At(at);
        if (part == 0) return first;
        return first + (((table.At(at + branch.ShapeStride) - first) * part) >> DevicePosition.Bits);
    }
}
