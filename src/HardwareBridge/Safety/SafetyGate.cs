using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>
/// What every command passes before a frame of it exists. It refuses and never clamps; what holds is the stricter of the
/// board file and the board, so that a file can only tighten.
/// </summary>
/// <param name="options">The board file.</param>
/// <param name="reported">What the board says of itself.</param>
/// <param name="ledger">What the cells were given before.</param>
public sealed class SafetyGate(BoardOptions options, BoardLimits reported, CellLedger ledger)
{
    private readonly BudgetCheck _budgets = new(options.Limits, ledger);

    /// <summary>What holds.</summary>
    public BoardLimits Limits { get; } = options.Limits.AsBoardLimits.Tighten(reported);

    /// <summary>Told of budgets that come to their end.</summary>
    public Action<Problem>? Warn
    {
        get => _budgets.Warn;
        set => _budgets.Warn = value;
    }

    /// <summary>What is wrong with the pulses of the board file.</summary>
    public IEnumerable<Problem> FindProblems() =>
        FindPulse("set", options.Pulses.Set).Concat(FindPulse("reset", options.Pulses.Reset));

    /// <summary>Checks both pulses of the board file.</summary>
    /// <exception cref="SafetyLimitException">A pulse exceeds what the board allows.</exception>
    public void CheckWaveform()
    {
        CheckPulse("set", options.Pulses.Set);
        CheckPulse("reset", options.Pulses.Reset);
    }

    /// <summary>Checks that a compliance is given where the board keeps one, and only there.</summary>
    public void CheckCompliance(BoardIdentity board)
    {
        foreach (var (name, pulse) in new[] { ("set", options.Pulses.Set), ("reset", options.Pulses.Reset) })
            if (pulse.Compliance is null == board.Can(BoardCapabilities.Compliance))
                throw Refused("CBS1404", pulse.Compliance is null
                    ? $"this board limits the current, and the {name} pulse does not say to what: give its compliance"
                    : $"this board cannot limit the current, so the {name} pulse's compliance of "
                        + $"{Amperes(pulse.Compliance.Value)} would be an empty promise");
    }

    /// <summary>Checks pulses for cells: the array, pulses of one call, and every budget.</summary>
    /// <param name="pulses">All pulses of a call.</param>
    /// <exception cref="SafetyLimitException">One exceeds a limit: none may be fired.</exception>
    public void CheckPulses(IReadOnlyCollection<CellPulse> pulses)
    {
        var cells = pulses.GroupBy(pulse => pulse.Cell).Select(group => (Cell: group.Key,
            Up: group.Sum(pulse => Math.Max((long)pulse.Count, 0)), Down: group.Sum(pulse => Math.Max(-(long)pulse.Count, 0))));
        foreach (var (cell, up, down) in cells)
        {
            CheckBlock(new CellBlock(cell.Row, cell.Column, 1, 1));
            if (up + down > Limits.PulsesPerCall)
                throw Refused("CBS1405", $"{up + down} pulses for cell {cell} in one call exceed {Limits.PulsesPerCall}");
            _budgets.Check(cell, up, down);
        }
    }

    /// <summary>Checks write-verify, where nobody knows yet in which direction pulses will go.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="most">Most pulses that each can get.</param>
    public void CheckEither(IEnumerable<Cell> cells, int most)
    {
        foreach (var cell in cells)
        {
            CheckPulses([new CellPulse(cell.Row, cell.Column, most)]);
            CheckPulses([new CellPulse(cell.Row, cell.Column, -most)]);
        }
    }

    /// <summary>Checks a read.</summary>
    /// <param name="block">The cells.</param>
    /// <param name="voltage">Volts, either sign.</param>
    public void CheckRead(CellBlock block, double voltage)
    {
        CheckBlock(block);
        if (Exceeds(Math.Abs(voltage), Limits.ReadVoltage))
            throw Refused("CBS1408", $"a read at {Volts(voltage)} exceeds {Volts(Limits.ReadVoltage)}");
    }

    /// <summary>Checks the ramp of a forming command.</summary>
    /// <exception cref="SafetyLimitException">It has no compliance, does not start low, or exceeds a limit.</exception>
    public void CheckForming(FormingPlan plan)
    {
        CheckRead(new CellBlock(plan.Row, plan.Column, 1, 1), plan.ReadVoltage);
        if (!(plan.Compliance > 0)) throw Refused("CBS1410", "forming without a compliance current burns cells");
        if (plan.Start * plan.Most <= 0 || Math.Abs(plan.Start) > Math.Abs(plan.Most) || plan.Step * plan.Most <= 0)
            throw Refused("CBS1410",
                $"a ramp from {Volts(plan.Start)} by {Volts(plan.Step)} to {Volts(plan.Most)} does not rise");
        CheckPulse("forming", new PulseOptions { Voltage = plan.Most, Width = plan.Width, Compliance = plan.Compliance });
        _budgets.CheckForming(new Cell(plan.Row, plan.Column), plan.Pulses);
    }

    /// <summary>The least pause between pulses that keeps the duty cycle, seconds.</summary>
    public double Gap =>
        Math.Max(options.Pulses.Set.Width, options.Pulses.Reset.Width) * (1 / (options.Limits.DutyCycle ?? 1) - 1);

    private void CheckBlock(CellBlock block)
    {
        if (!block.IsWithin(options.Rows, options.Columns))
            throw Refused("CBS1407", $"cells {block[0]} to {block[block.Count - 1]} are not all within "
                + $"{options.Rows} x {options.Columns}, counted from 0");
    }

    private IEnumerable<Problem> FindPulse(string name, PulseOptions pulse)
    {
        var amplitude = Math.Abs(pulse.Voltage);
        var limit = pulse.Voltage > 0 ? Limits.PositiveVoltage : Limits.NegativeVoltage;
        if (Exceeds(amplitude, limit))
            yield return Pulse("CBS1401", name, $"{Volts(pulse.Voltage)} exceeds {Volts(limit)} of that polarity");
        if (Exceeds(pulse.Width, Limits.LongestWidth) || Exceeds(Limits.ShortestWidth, pulse.Width))
            yield return Pulse("CBS1402", name,
                $"{Seconds(pulse.Width)} is outside {Seconds(Limits.ShortestWidth)} .. {Seconds(Limits.LongestWidth)}");
        foreach (var problem in FindCurrent(name, pulse, amplitude)) yield return problem;
        var seen = amplitude * (options.Bias switch { BiasScheme.Half => 1.0 / 2, BiasScheme.Third => 1.0 / 3, _ => 0 });
        if (options.Limits.HalfSelectVoltage is { } most && Exceeds(seen, most))
            yield return Pulse("CBS1411", name, $"cells beside it see {Volts(seen)}, more than {Volts(most)}");
    }

    private IEnumerable<Problem> FindCurrent(string name, PulseOptions pulse, double amplitude)
    {
        if (Exceeds(pulse.Compliance ?? 0, Limits.Compliance))
            yield return Pulse("CBS1404", name,
                $"a compliance of {Amperes(pulse.Compliance ?? 0)} exceeds {Amperes(Limits.Compliance)}");
        if (double.IsInfinity(Limits.Energy)) yield break;
        var energy = amplitude * (pulse.Compliance ?? Limits.Compliance) * pulse.Width;
        if (Exceeds(energy, Limits.Energy))
            yield return Pulse("CBS1403", name, double.IsInfinity(energy)
                ? "nothing bounds its energy: give a compliance current"
                : $"at most {Quantity.Format(energy, "J")} exceeds {Quantity.Format(Limits.Energy, "J")}");
    }

    private void CheckPulse(string name, PulseOptions pulse)
    {
        if (FindPulse(name, pulse).FirstOrDefault() is { } problem) throw new SafetyLimitException(problem);
    }

    private static Problem Pulse(string code, string name, string message) =>
        new(code, $"pulses.{name}", $"the {name} pulse: {message}");

    // Limits come back from a board in whole millivolts and the like: a rounding error is no excess. What is no number is.
    private static bool Exceeds(double value, double limit) => !(value <= limit * (1 + 1e-9));

    internal static SafetyLimitException Refused(string code, FormattableString message) =>
        Refused(code, message.ToString(CultureInfo.InvariantCulture));

    private static SafetyLimitException Refused(string code, string message) => new(new Problem(code, "", message));

    private static string Volts(double value) => Format(value, "V");

    private static string Seconds(double value) => Format(value, "s");

    private static string Amperes(double value) => Format(value, "A");

    private static string Format(double value, string unit) =>
        double.IsFinite(value) ? Quantity.Format(value, unit) : "any";
}
