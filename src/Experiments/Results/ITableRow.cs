namespace CrossbarSim.Experiments.Results;

/// <summary>One line of a table that grows by a line an epoch.</summary>
/// <typeparam name="TSelf">The row's own type.</typeparam>
public interface ITableRow<TSelf>
    where TSelf : ITableRow<TSelf>
{
    /// <summary>Names of the columns, in order.</summary>
    static abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Names of columns that follow those where the run has something to put there.</summary>
    static virtual IReadOnlyList<string> OptionalColumns => [];

    /// <summary>The epoch, rising from row to row; 0 is before training.</summary>
    int Epoch { get; }

    /// <summary>The row's fields as text, in the order of <see cref="Columns"/>, then of
    /// <see cref="OptionalColumns"/>; empty where nothing is known.</summary>
    IEnumerable<string> Fields();

    /// <summary>Reads a row.</summary>
    /// <param name="fields">Its fields, by column.</param>
    static abstract TSelf Parse(TableFields fields);
}
