using System.ComponentModel;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>What an instrument is told, as templates.</summary>
public sealed record CommandOptions
{
    /// <summary>Asks who it is; absent: it cannot say.</summary>
    [Description("Asks who it is, before anything else; another answer than its reply says is refused.")]
    public CommandStepOptions? Identify { get; init; }

    /// <summary>Sent once it is known who it is.</summary>
    [Description("Sent once it is known who it is.")]
    public IReadOnlyList<CommandStepOptions> Initialise { get; init; } = [];

    /// <summary>Connects one cell, and no other; empty: there is only one.</summary>
    [Description("Connects one cell and no other; without it, the array is one cell.")]
    public IReadOnlyList<CommandStepOptions> Select { get; init; } = [];

    /// <summary>Sets a pulse up; nothing of it may fire one.</summary>
    [Description("Sets a pulse up; nothing of it may fire one, so that an error here is no doubt.")]
    public IReadOnlyList<CommandStepOptions> Prepare { get; init; } = [];

    /// <summary>Fires one pulse and says so.</summary>
    [Description("Fires one pulse; the reply of its last line is the acknowledgement.")]
    public required IReadOnlyList<CommandStepOptions> Fire { get; init; }

    /// <summary>Reads the cell.</summary>
    [Description("Reads the cell; the last reply has the value.")]
    public required IReadOnlyList<CommandStepOptions> Read { get; init; }

    /// <summary>Makes it harmless.</summary>
    [Description("Makes it harmless: output off. Sent on every way out.")]
    public required IReadOnlyList<CommandStepOptions> Safe { get; init; }

    /// <summary>Asks for an error; absent: it keeps none.</summary>
    [Description("Asks for an error after every group of lines; its reply is what it says where there is none.")]
    public CommandStepOptions? Error { get; init; }

    /// <summary>A line that says that something went wrong.</summary>
    [Description("Regular expression for a line that says that a command failed.")]
    public string? Failure { get; init; }

    /// <summary>All steps, each with its key.</summary>
    internal IEnumerable<(string Path, CommandStepOptions Step)> Steps() =>
    [
        .. One("identify", Identify), .. Each("initialise", Initialise), .. Each("select", Select), .. Each("prepare", Prepare),
        .. Each("fire", Fire), .. Each("read", Read), .. Each("safe", Safe), .. One("error", Error),
    ];

    private static IEnumerable<(string, CommandStepOptions)> One(string path, CommandStepOptions? step) =>
        step is null ? [] : [(path, step)];

    private static IEnumerable<(string, CommandStepOptions)> Each(string path, IReadOnlyList<CommandStepOptions> steps) =>
        steps.Select((step, k) => (FormattableString.Invariant($"{path}.{k}"), step));
}
