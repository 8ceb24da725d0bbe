using System.Globalization;

namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>
/// Reads an array from CSV: a line a row; fields between commas, semicolons, tabs or spaces; # begins a comment.
/// </summary>
internal static class WeightCsv
{
    private static readonly char[] Separators = [',', ';', '\t', ' '];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="Core.Problems.DataFileException">It is not CSV of finite numbers (CBS1601, 1604, 1607).</exception>
    public static NamedArray Read(string path)
    {
        List<double> values = [];
        var (rows, columns) = (0, 0);
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            var fields = Fields(line);
            if (fields.Length == 0) continue;
            var place = FormattableString.Invariant($"{path}:{index + 1}");
            if (rows > 0 && fields.Length != columns)
                throw WeightCodes.Text(place, FormattableString.Invariant(
                    $"{fields.Length} numbers in a row, where the rows before have {columns}"));
            (rows, columns) = (rows + 1, fields.Length);
            for (var field = 0; field < fields.Length; field++)
                values.Add(Number(fields[field], FormattableString.Invariant($"{place}:{field + 1}")));
        }

        if (rows == 0) throw WeightCodes.Nothing(path, "there are no numbers in this file");
        return new NamedArray(path, Path.GetFileNameWithoutExtension(path), [rows, columns], [.. values]);
    }

    private static string[] Fields(string line)
    {
        var text = line.Split('#')[0].Trim().TrimStart('\uFEFF');
        var separator = text.Contains(',') ? [','] : text.Contains(';') ? [';'] : Separators;
        const StringSplitOptions Trim = StringSplitOptions.TrimEntries;
        return text.Length == 0 ? []
            : text.Split(separator, separator.Length == 1 ? Trim : Trim | StringSplitOptions.RemoveEmptyEntries);
    }

    private static double Number(string field, string place)
    {
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw WeightCodes.Text(place, $"\"{Short(field)}\" is not a number; the place is line and field");
        return double.IsFinite(value) ? value
            : throw WeightCodes.Value(place, $"{field}: a weight must be finite; the place is line and field");
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "...";
}
