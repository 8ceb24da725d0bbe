using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>What the command line asks to compare.</summary>
internal sealed record CompareRequest
{
    /// <summary>Experiment file.</summary>
    public required string Experiment { get; init; }

    /// <summary>Files or presets; empty: the experiment's own device.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Seeds of each device.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Devices whose parameters are made ideal one at a time; empty: all of them; null: none.</summary>
    public IReadOnlyList<string>? Sensitivity { get; init; }

    /// <summary>The write pulse of devices that do not say what theirs is.</summary>
    public WritePulse? Pulse { get; init; }

    /// <summary>Keys that the command line sets.</summary>
    public IReadOnlyList<ConfigurationOverride> Overrides { get; init; } = [];
}
