namespace CrossbarSim.Core.Boards;

/// <summary>
/// An array of memristors on a bench, or a simulated one that behaves alike. SI units; rows and columns count from 0.
/// Every command is checked against the limits before anything is sent: what exceeds one is refused, never cut down.
/// Commands that throw have fired nothing, or say what they fired; disposing grounds all lines.
/// </summary>
public interface IMemristorBoard : IDisposable
{
    /// <summary>What the board says that it is.</summary>
    BoardIdentity Identity { get; }

    /// <summary>What holds: the stricter of what the board and its file say.</summary>
    BoardLimits Limits { get; }

    /// <summary>Pulses that the board has fired since it was switched on.</summary>
    BoardTotals Totals { get; }

    /// <summary>Reads cells.</summary>
    /// <param name="block">Which.</param>
    /// <param name="cancellation">Looked at between frames.</param>
    /// <returns>One reading a cell, row-major.</returns>
    IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default);

    /// <summary>Fires pulses at single cells, in order.</summary>
    /// <param name="pulses">Cells and counts.</param>
    /// <param name="cancellation">Looked at between frames; what was fired before is counted.</param>
    PulseOutcome Pulse(IReadOnlyList<CellPulse> pulses, CancellationToken cancellation = default);

    /// <summary>Fires at most one pulse at each cell of a block.</summary>
    /// <param name="signs">Where and in which direction.</param>
    /// <param name="cancellation">Looked at between frames; what was fired before is counted.</param>
    PulseOutcome Pulse(SignBlock signs, CancellationToken cancellation = default);

    /// <summary>Drives word lines at once and measures bit lines: i = Gt v. Only where the board can.</summary>
    /// <param name="block">Word lines that are driven and bit lines that are measured.</param>
    /// <param name="voltages">One a word line, volts.</param>
    /// <param name="cancellation">Looked at between frames.</param>
    /// <returns>One current a bit line, amperes.</returns>
    double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default);

    /// <summary>Ends the pulse under way and grounds all lines. May be called from any thread, at any time.</summary>
    void Stop();
}
