using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>Damages files: every case is a function of (seed, case) alone, so that a failure can be had again.</summary>
/// <param name="seed">Seed of all cases.</param>
internal sealed class Mutator(ulong seed)
{
    private const int MostEdits = 6;

    private readonly RandomNumbers _numbers = new(seed, StreamKind.Fuzz);

    /// <summary>Makes one damaged file.</summary>
    /// <param name="samples">Valid files to start from.</param>
    /// <param name="number">Number of the case.</param>
    public byte[] Make(IReadOnlyList<byte[]> samples, int number)
    {
        var dice = new Dice(_numbers, (uint)number);
        if (dice.Below(20) == 0) return RandomBytes(dice, dice.Below(2000));
        List<byte> bytes = [.. samples[dice.Below(samples.Count)]];
        for (var edits = 1 + dice.Below(MostEdits); edits > 0; edits--) Edit(bytes, samples, dice);
        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, IReadOnlyList<byte[]> samples, Dice dice)
    {
        if (bytes.Count == 0) return;
        var at = dice.Below(bytes.Count);
        var length = Math.Min(1 + dice.Below(dice.Below(4) == 0 ? 400 : 8), bytes.Count - at);
        switch (dice.Below(8))
        {
            case 0: bytes[at] ^= (byte)(1 << dice.Below(8)); break;
            case 1: bytes[at] = (byte)dice.Below(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, RandomBytes(dice, length)); break;
            case 5: bytes.RemoveRange(at, bytes.Count - at); break;
            case 6: Extreme(bytes, at, dice); break;
            default: Splice(bytes, at, samples[dice.Below(samples.Count)], dice); break;
        }
    }

    // Sizes and counts live in small integers: all ones, all zeros and the largest signed value find their checks.
    private static void Extreme(List<byte> bytes, int at, Dice dice)
    {
        var value = dice.Below(3) switch { 0 => (byte)0xFF, 1 => (byte)0, _ => (byte)0x7F };
        for (var i = at; i < Math.Min(at + (1 << dice.Below(4)), bytes.Count); i++) bytes[i] = value;
    }

    private static void Splice(List<byte> bytes, int at, byte[] other, Dice dice)
    {
        var from = dice.Below(other.Length);
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other[from..]);
    }

    private static byte[] RandomBytes(Dice dice, int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = (byte)dice.Below(256);
        return bytes;
    }

    private sealed class Dice(RandomNumbers numbers, uint number)
    {
        private uint _draw;

        public int Below(int count) => numbers.Below(Math.Max(count, 1), number, _draw++);
    }
}
