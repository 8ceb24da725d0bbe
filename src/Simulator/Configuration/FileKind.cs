namespace CrossbarSim.Simulator.Configuration;

/// <summary>What a YAML file describes.</summary>
internal enum FileKind
{
    /// <summary>None that we know.</summary>
    Unknown,

    /// <summary>A device: it has a law.</summary>
    Device,

    /// <summary>An experiment: it has a data set or a network.</summary>
    Experiment,

    /// <summary>A sweep: it has an experiment and axes.</summary>
    Sweep,

    /// <summary>A board: it has a kind and a port.</summary>
    Board,
}
