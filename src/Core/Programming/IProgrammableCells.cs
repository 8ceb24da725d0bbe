namespace CrossbarSim.Core.Programming;

/// <summary>What came of a pulse that was asked for.</summary>
public enum PulseOutcome
{
    /// <summary>It was fired.</summary>
    Fired,

    /// <summary>It was refused: the device stands at that end of its window.</summary>
    AtEnd,

    /// <summary>It was refused: the device is known not to move any more.</summary>
    Dead,
}

/// <summary>Cells that can be read and pulsed one by one: simulated ones, or those of a board.</summary>
public interface IProgrammableCells
{
    /// <summary>Whether one falling pulse takes a cell all the way down, so that there is no small step back.</summary>
    bool FallsByReset { get; }

    /// <summary>Reads a cell once, with the noise of reading.</summary>
    /// <param name="cell">Cell, from 0.</param>
    /// <returns>u in the nominal window; may lie outside 0 .. 1.</returns>
    double Read(int cell);

    /// <summary>Asks for one pulse of fixed amplitude and width.</summary>
    /// <param name="cell">Cell, from 0.</param>
    /// <param name="rising">Potentiation, else depression.</param>
    PulseOutcome Fire(int cell, bool rising);
}
