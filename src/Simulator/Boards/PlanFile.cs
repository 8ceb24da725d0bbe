using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Boards;

/// <summary>A plan of pulses: a CSV with the columns row, column and pulses, whose sign is the direction.</summary>
internal static class PlanFile
{
    private const string Header = "row,column,pulses";
    private const int MostCount = 1_000_000;
    private const int MostLines = 1_000_000;

    /// <summary>Reads a plan.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="DataFileException">It is missing, or a line is not as it should be: CBS1311.</exception>
    public static IReadOnlyList<CellPulse> Read(string file)
    {
        if (!File.Exists(file)) throw new DataFileException(ProblemCodes.Unreadable, file, null, Directory.Exists(file)
            ? "this is a folder; give a file" : "there is no such file");
        var lines = File.ReadLines(file, AtomicFile.Utf8).Take(MostLines + 2).ToList();
        if (lines.Count == 0 || lines[0].Trim() != Header) throw Wrong(file, 1, $"the header has to be {Header}");
        if (lines.Count > MostLines + 1) throw Wrong(file, MostLines + 2, "there are more than a million lines");
        var pulses = lines.Skip(1).Index().Where(line => line.Item.Trim().Length > 0)
            .Select(line => Parse(line.Item) ?? throw Wrong(file, line.Index + 2, $"{Printable.Quoted(line.Item)} is not a row, "
                + "a column (from 0) and a number of pulses from -1000000 to 1000000 that is not 0")).ToList();
        return pulses.Count > 0 ? pulses : throw Wrong(file, 1, "there are no pulses in it");
    }

    private static CellPulse? Parse(string line)
    {
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        return fields.Length == 3 && Number(fields[0]) is { } row and >= 0 and <= ushort.MaxValue
            && Number(fields[1]) is { } column and >= 0 and <= ushort.MaxValue
            && Number(fields[2]) is { } count and not 0 and >= -MostCount and <= MostCount
            ? new CellPulse(row, column, count)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DataFileException Wrong(string file, int line, string message) => new("CBS1311",
        FormattableString.Invariant($"{file}:{line}"), null, message);
}
