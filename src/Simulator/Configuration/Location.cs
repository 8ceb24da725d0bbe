namespace CrossbarSim.Simulator.Configuration;

/// <summary>A place in a text.</summary>
/// <param name="Source">The text.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
internal readonly record struct Location(SourceText Source, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Source.HasLines ? FormattableString.Invariant($"{Source.Name}:{Line}:{Column}") : Source.Name;
}
