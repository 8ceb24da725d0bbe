using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>
/// Writes pulses as a list, for boards that are not serial and dry runs of those that are: CSV with the time of the pulse's
/// start (s, from 0), row and column (from 0), voltage (V, with its sign) and width (s). What happens to the list is not
/// known here: it counts what it wrote, and a journal does not.
/// </summary>
public sealed class PulseListBoard : UnconnectedBoard
{
    /// <summary>The first line.</summary>
    public const string Header = "time_s,row,column,voltage_v,width_s";

    private readonly TextWriter _list;
    private decimal _time;

    /// <summary>Begins a list.</summary>
    /// <param name="options">The board file.</param>
    /// <param name="ledger">What the cells were given before: budgets are kept.</param>
    /// <param name="list">Where to; stays the caller's.</param>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed its limits.</exception>
    public PulseListBoard(BoardOptions options, CellLedger ledger, TextWriter list)
        : base(options, ledger, "pulse list")
    {
        _list = list;
        _list.Write(Header + "\n");
    }

    /// <inheritdoc/>
    public override void Stop() => _list.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _list.Flush();
        base.Dispose(disposing);
    }

    private protected override IEnumerable<CellPulse> Take(IReadOnlyList<CellPulse> pulses)
    {
        foreach (var pulse in pulses)
            for (var k = 0; k < Math.Abs((long)pulse.Count); k++)
                Write(pulse.Cell, pulse.Count > 0 ? Options.Pulses.Set : Options.Pulses.Reset);
        return pulses;
    }

    // Times are decimal: a sum of thousands of binary fractions would drift off the grid of the generator that plays them.
    private void Write(Cell cell, PulseOptions pulse)
    {
        _list.Write(string.Create(CultureInfo.InvariantCulture,
            $"{_time:0.############},{cell.Row},{cell.Column},{pulse.Voltage},{pulse.Width}\n"));
        _time += (decimal)Math.Max(pulse.Width + Gate.Gap, 1 / Limits.PulsesPerSecond);
    }
}
