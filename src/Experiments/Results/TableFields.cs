using System.Globalization;
using System.Numerics;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>The fields of one line of a CSV file, by column, with errors that say where.</summary>
public sealed class TableFields
{
    private readonly string _file;
    private readonly long _line;
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _fields;

    internal TableFields(string file, long line, IReadOnlyList<string> columns, IReadOnlyList<string> fields)
    {
        (_file, _line, _columns, _fields) = (file, line, columns, fields);
        if (fields.Count != columns.Count) throw Failure($"found {fields.Count} fields; expected {columns.Count}");
    }

    /// <summary>Whether the file has a column.</summary>
    /// <param name="column">Name of the column.</param>
    public bool Has(string column) => _columns.Contains(column);

    /// <summary>The field as it stands.</summary>
    /// <param name="column">Name of the column.</param>
    public string Text(string column) => _fields[IndexOf(column)];

    /// <summary>A whole number, at least 0.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="column">Name of the column.</param>
    public T Count<T>(string column)
        where T : IBinaryInteger<T> =>
        T.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Failure($"{column}: \"{Text(column)}\" is not a whole number of at least 0");

    /// <summary>A number.</summary>
    /// <param name="column">Name of the column.</param>
    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Failure($"{column}: \"{Text(column)}\" is not a number");

    /// <summary>A number, or null where the field is empty.</summary>
    /// <param name="column">Name of the column.</param>
    public double? NumberOrNull(string column) => Text(column).Length == 0 ? null : Number(column);

    internal DataFileException Failure(string message) => TableCodes.Row(_file, _line, message);

    private int IndexOf(string column)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            if (_columns[index] == column) return index;
        }

        throw new ArgumentException($"no such column: {column}", nameof(column));
    }
}
