using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What must agree between the parts of a board file, so that no pulse harms and no read writes.</summary>
internal static class BoardChecks
{
    // Biasing schemes rest on half a pulse leaving a cell as it is; a read must be no more than that.
    private const double HarmlessShare = 0.5;

    public static IEnumerable<Problem> Check(BoardOptions board)
    {
        var problems = Find(board);

        // What exceeds limits.voltage exceeds that of its polarity as well: once is enough.
        return problems.Length > 0 ? problems : new SafetyGate(board, BoardLimits.None, new CellLedger()).FindProblems();
    }

    private static Problem[] Find(BoardOptions board) =>
    [
        .. Port(board.Port), .. Signs(board.Pulses),
        .. Pulse("pulses.set", board.Pulses.Set, board), .. Pulse("pulses.reset", board.Pulses.Reset, board),
        .. Read(board), .. Lines("rows", board.Rows, board.Reach), .. Lines("columns", board.Columns, board.Reach),
    ];

    private static IEnumerable<Problem> Port(string port)
    {
        if (string.IsNullOrWhiteSpace(port))
            yield return new Problem("CBS1007", "port", "this names no port: give one such as /dev/ttyACM0 or COM3");
    }

    private static IEnumerable<Problem> Signs(PulsePairOptions pulses)
    {
        var (set, reset) = (pulses.Set.Voltage, pulses.Reset.Voltage);
        if (set * reset >= 0)
            yield return new Problem("CBS1003", "pulses.reset.voltage",
                $"{Volts(reset)} against {Volts(set)} of set: the two pulses need opposite signs, and neither is 0 V");
    }

    private static IEnumerable<Problem> Pulse(string path, PulseOptions pulse, BoardOptions board) =>
        Amplitude($"{path}.voltage", pulse.Voltage, board).Concat(Width($"{path}.width", pulse.Width, board));

    private static IEnumerable<Problem> Amplitude(string path, double voltage, BoardOptions board)
    {
        var (limit, reach) = (board.Limits.Voltage, board.Reach);
        if (Math.Abs(voltage) > limit)
            yield return new Problem("CBS1001", path,
                $"{Volts(voltage)} exceeds limits.voltage ({Volts(limit)}, either sign)");
        if (Math.Abs(voltage) > reach.Voltage)
            yield return new Problem("CBS1005", path,
                $"{Volts(voltage)} is beyond {reach.Name}, which makes at most {Volts(reach.Voltage)} of either sign");
    }

    private static IEnumerable<Problem> Width(string path, double width, BoardOptions board)
    {
        var (limit, reach) = (board.Limits.Width, board.Reach);
        if (width > limit)
            yield return new Problem("CBS1002", path, $"{Seconds(width)} exceeds limits.width ({Seconds(limit)})");
        if (width < reach.ShortestWidth)
            yield return new Problem("CBS1005", path,
                $"{Seconds(width)} is too short for {reach.Name}: at least {Seconds(reach.ShortestWidth)}");
        if (width > reach.LongestWidth)
            yield return new Problem("CBS1005", path,
                $"{Seconds(width)} is too long for {reach.Name}: at most {Seconds(reach.LongestWidth)}");
    }

    private static IEnumerable<Problem> Read(BoardOptions board)
    {
        var voltage = board.Read.Voltage;
        if (voltage == 0)
            yield return new Problem("CBS1006", "read.voltage", "0 V drives no current: there is nothing to measure");
        foreach (var problem in Amplitude("read.voltage", voltage, board).Concat(Disturbance(voltage, board.Pulses)))
            yield return problem;
    }

    // Only the pulse of the same sign: a small voltage against a pulse's direction moves nothing.
    private static IEnumerable<Problem> Disturbance(double voltage, PulsePairOptions pulses)
    {
        foreach (var (name, pulse) in new[] { ("set", pulses.Set), ("reset", pulses.Reset) })
            if (pulse.Voltage * voltage > 0 && Math.Abs(voltage) > HarmlessShare * Math.Abs(pulse.Voltage))
                yield return new Problem("CBS1004", "read.voltage",
                    $"{Volts(voltage)} is more than half of the {name} pulse ({Volts(pulse.Voltage)}): "
                    + "reading would move the state");
    }

    private static IEnumerable<Problem> Lines(string path, int lines, BoardReach reach)
    {
        if (lines > reach.Lines)
            yield return new Problem("CBS1005", path, string.Create(CultureInfo.InvariantCulture,
                $"{lines} is beyond {reach.Name}, which has {reach.Lines}"));
    }

    private static string Volts(double value) => Quantity.Format(value, "V");

    private static string Seconds(double value) => Quantity.Format(value, "s");
}
