namespace CrossbarSim.Core.Devices;

/// <summary>Where one pulse up, one pulse down, again and again, leads a device.</summary>
public enum AlternatingPulses
{
    /// <summary>Nowhere: a falling pulse takes back what a rising one did.</summary>
    Cancel,

    /// <summary>To the symmetry point.</summary>
    LeadThere,

    /// <summary>Away from the symmetry point, to the nearer end.</summary>
    LeadAway,

    /// <summary>To the low end: falling pulses are larger everywhere.</summary>
    LeadToGmin,

    /// <summary>To the high end: rising pulses are larger everywhere.</summary>
    LeadToGmax,
}
