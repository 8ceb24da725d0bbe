namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>How a point ended.</summary>
public enum PointStatus
{
    /// <summary>All epochs are trained.</summary>
    Ok,

    /// <summary>Its configuration is impossible; nothing was trained.</summary>
    Impossible,

    /// <summary>The loss is no longer a number.</summary>
    Diverged,

    /// <summary>It could not be computed.</summary>
    Failed,
}
