namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How an ArC ONE measures; a negative read voltage takes the mode that it needs by itself.</summary>
public enum ArcOneReadMode
{
    /// <summary>At a fixed 0.5 V.</summary>
    Classic,

    /// <summary>Transimpedance amplifier.</summary>
    Tia,

    /// <summary>Transimpedance amplifier, four points.</summary>
    TiaFourPoint,
}
