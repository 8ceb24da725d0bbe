namespace CrossbarSim.Simulator.Schemas;

/// <summary>The kinds of file that have a schema.</summary>
internal enum SchemaKind
{
    /// <summary>An experiment.</summary>
    Experiment,

    /// <summary>A device.</summary>
    Device,

    /// <summary>A sweep.</summary>
    Sweep,

    /// <summary>A board.</summary>
    Board,
}
