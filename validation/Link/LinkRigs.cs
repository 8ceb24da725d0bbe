using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.Validation.Link;

/// <summary>The boards that are tried, and what is done with them.</summary>
internal static class LinkRigs
{
    public const int Rows = 32;
    public const int Columns = 20;

    /// <summary>As short as a board file allows: what is left is the link.</summary>
    public const double Width = 10e-9;

    private const int Baud = 1_000_000;

    /// <summary>How every rig is started: each trial has a board of its own.</summary>
    /// <param name="root">The repository.</param>
    public static IReadOnlyList<Func<ILinkRig>> All(string root) =>
        [() => new EmulatedRig(), () => FirmwareRig.Start(root, inSimavr: false), () => FirmwareRig.Start(root, inSimavr: true)];

    /// <summary>A board file of a rig.</summary>
    public static LinkBoardOptions Options(ILinkRig rig) => new()
    {
        Port = rig.Port,
        Baud = Baud,
        Rows = Rows,
        Columns = Columns,
        Pulses = new PulsePairOptions
        {
            Set = new PulseOptions { Voltage = 1.2, Width = Width },
            Reset = new PulseOptions { Voltage = -1.1, Width = Width },
        },
        Limits = new LimitOptions { Voltage = 2, Width = 10e-6 },
    };

    /// <summary>Single pulses at random cells in random directions.</summary>
    public static List<CellPulse> Singles(int count)
    {
        var numbers = new RandomNumbers(7, StreamKind.Fuzz);
        return [.. Enumerable.Range(0, count).Select(k => new CellPulse(
            numbers.Below(Rows, (uint)k), numbers.Below(Columns, (uint)k, 1), numbers.Below(2, (uint)k, 2) * 2 - 1))];
    }

    /// <summary>A pulse at every cell, in random directions.</summary>
    public static SignBlock Signs(int number)
    {
        var numbers = new RandomNumbers(8, StreamKind.Fuzz, number);
        return new SignBlock(new CellBlock(0, 0, Rows, Columns),
            [.. Enumerable.Range(0, Rows * Columns).Select(k => (sbyte)(numbers.Below(2, (uint)k) * 2 - 1))]);
    }
}
