using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps.Journals;
using Parquet;
using Parquet.Schema;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>Writes a table of a sweep as Parquet too: columns of numbers are numbers, all others text.</summary>
public static class ParquetTable
{
    private const int RowsOfGroup = 65_536;

    /// <summary>Writes <c>NAME.parquet</c> beside <c>NAME.csv</c>, whole or not at all.</summary>
    /// <param name="csv">The table, finished.</param>
    /// <returns>The file.</returns>
    public static string Write(string csv)
    {
        var path = Path.ChangeExtension(csv, ".parquet");
        var columns = CsvLines.Fields(File.ReadLines(csv).First());
        var numbers = Numbers(csv, columns.Count);
        AtomicFile.Write(path, file => WriteAsync(file, csv, columns, numbers).GetAwaiter().GetResult());
        return path;
    }

    // One pass tells what each column holds: a column of numbers may have empty fields.
    private static bool[] Numbers(string csv, int columns)
    {
        var (numbers, filled) = (Enumerable.Repeat(true, columns).ToArray(), new bool[columns]);
        foreach (var line in File.ReadLines(csv).Skip(1))
            foreach (var (column, text) in CsvLines.Fields(line).Index())
            {
                filled[column] |= text.Length > 0;
                numbers[column] &= text.Length == 0 || TableNumber.Parse(text) is not null;
            }

        return [.. numbers.Zip(filled, (number, any) => number && any)];
    }

    private static async Task WriteAsync(Stream file, string csv, IReadOnlyList<string> columns, bool[] numbers)
    {
        DataField[] fields = [.. columns.Zip(numbers, (name, number) =>
            number ? (DataField)new DataField<double?>(name) : new DataField<string>(name))];
        var schema = new ParquetSchema(fields.Cast<Field>().ToArray());
        await using var writer = await ParquetWriter.CreateAsync(schema, file);
        foreach (var rows in File.ReadLines(csv).Skip(1).Select(CsvLines.Fields).Chunk(RowsOfGroup))
        {
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
            {
                var at = column;
                if (numbers[at])
                    await group.WriteAsync<double>(fields[at], rows.Select(row => TableNumber.Parse(row[at])).ToArray());
                else
                    await group.WriteAsync(fields[at], rows.Select(row => row[at]).ToArray());
            }
        }
    }
}
