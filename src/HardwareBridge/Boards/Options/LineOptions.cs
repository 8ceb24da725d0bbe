using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How a serial line carries characters; both ends must be set alike.</summary>
public sealed record LineOptions
{
    /// <summary>Data bits, 7 or 8.</summary>
    [Description("Data bits of a character: 7 or 8.")]
    [Range(7, 8)]
    public int DataBits { get; init; } = 8;

    /// <summary>The parity bit.</summary>
    [Description("The parity bit: none, odd or even.")]
    public LineParity Parity { get; init; }

    /// <summary>Stop bits, 1 or 2.</summary>
    [Description("Stop bits: 1 or 2.")]
    [Range(1, 2)]
    public int StopBits { get; init; } = 1;

    /// <summary>Flow control.</summary>
    [Description("How the instrument tells us to wait: none, xon-xoff or rts-cts.")]
    public FlowControl Flow { get; init; }

    /// <summary>What ends a line that is sent.</summary>
    [Description("What ends a line that is sent: lf, cr or crlf; lines that come may end with any of them.")]
    public LineEnd End { get; init; }
}
