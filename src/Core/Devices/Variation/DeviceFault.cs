namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What is wrong with a device from birth; the numbers are those of <c>stuck</c> in state files.</summary>
public enum DeviceFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It stands at the low end of its window for ever.</summary>
    StuckGmin,

    /// <summary>It stands at the high end for ever.</summary>
    StuckGmax,

    /// <summary>It stands somewhere for ever.</summary>
    StuckAnywhere,

    /// <summary>It was never formed.</summary>
    Unformed,

    /// <summary>A pulse moves it less far.</summary>
    Sluggish,
}
