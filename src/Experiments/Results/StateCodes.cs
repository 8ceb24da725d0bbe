namespace CrossbarSim.Experiments.Results;

/// <summary>Codes of what can be wrong with a state file.</summary>
internal static class StateCodes
{
    /// <summary>Absent, not HDF5, cut off or damaged.</summary>
    public const string Unreadable = "CBS0501";

    /// <summary>A group, dataset or attribute is not there.</summary>
    public const string Missing = "CBS0502";

    /// <summary>The shape, or the number of layers, is another.</summary>
    public const string Shape = "CBS0503";

    /// <summary>The type is another.</summary>
    public const string Type = "CBS0504";

    /// <summary>A value is outside its range.</summary>
    public const string Value = "CBS0505";

    /// <summary>Nothing to resume from.</summary>
    public const string NoCheckpoint = "CBS0506";

    /// <summary>A checkpoint of another experiment or format.</summary>
    public const string OtherRun = "CBS0507";
}
