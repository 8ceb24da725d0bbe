using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Arrays;

/// <summary>
/// When differential pairs whose devices only ever rise are refreshed: both devices are reset to gmin, and the difference
/// is programmed back.
/// </summary>
public sealed record RefreshOptions
{
    /// <summary>Mini-batches from one refresh to the next, counted over the whole run.</summary>
    [Description("Mini-batches from one refresh to the next, counted over the whole run.")]
    [Range(1, 1_000_000)]
    public int Every { get; init; } = 100;

    /// <summary>A pair is refreshed where one of its devices is above this share of its own window.</summary>
    [Description("A pair is refreshed where one of its devices stands above this share (u) of its own window.")]
    [Range(0.0, 1.0)]
    public double Above { get; init; } = 0.9;
}
