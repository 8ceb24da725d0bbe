using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What the readings of a board are corrected by.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Full path of the file that <c>board calibrate</c> wrote.</summary>
    [Description("The file that board calibrate wrote, relative to this one.")]
    [FileReference]
    public required string File { get; init; }

    /// <summary>How long a calibration holds, seconds.</summary>
    [Description("How long a calibration holds; an older one is refused.")]
    [Quantity("s"), Range(60.0, 1e9)]
    public double Valid { get; init; } = 30 * 86_400;
}
