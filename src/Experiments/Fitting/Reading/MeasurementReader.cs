using CrossbarSim.Core.Units;
using CsvHelper;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Reads measured pulse sweeps, row by row: what is kept does not grow with the cycles.</summary>
public static class MeasurementReader
{
    private const int RowsBetweenReports = 1 << 14;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        AllowLineBreaksInQuotes = false,
        CommentPrefix = '#',
        TrimWhitespace = true,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file: a header, then a row a conductance.</param>
    /// <param name="options">What the header does not say.</param>
    /// <param name="progress">Told now and then which share of the file is read; null: nobody.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="MeasurementException">The file cannot be used.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Measurements Read(
        string path, MeasurementOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        var problems = new ProblemBook(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        RequireText(file, problems);
        using var csv = CsvReader.Create(file, Options, leaveOpen: true);
        var columns = Header(csv, options, problems);
        var rows = new MeasurementRows(columns, options, problems);
        for (long row = 1; Next(csv, problems); row++)
        {
            rows.Add(csv);
            if (row % RowsBetweenReports != 0) continue;
            cancel.ThrowIfCancellationRequested();
            progress?.Report((double)csv.ByteOffset / file.Length);
        }

        progress?.Report(1);
        problems.ThrowIfAny();
        return Finish(path, rows, columns, problems);
    }

    private static MeasuredColumns Header(CsvReader csv, MeasurementOptions options, ProblemBook problems)
    {
        if (!Next(csv, problems)) problems.Error("CBS1215", null, "", "the file is empty");
        problems.ThrowIfAny();
        var columns = new MeasuredColumns(csv.Current.ToArray(), options, problems);
        problems.ThrowIfAny();
        return columns;
    }

    // Text in UTF-8 has no zeros.
    private static void RequireText(FileStream file, ProblemBook problems)
    {
        Span<byte> first = stackalloc byte[512];
        if (first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)].Contains((byte)0))
            problems.Error("CBS1215", null, "", "this is no text in UTF-8: a picture, a workbook, or a CSV in UTF-16?");
        problems.ThrowIfAny();
        file.Position = 0;
    }

    private static bool Next(CsvReader csv, ProblemBook problems)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            problems.Error("CBS1215", e.LineNumber, "", "this is not a line of CSV");
            problems.ThrowIfAny();
            return false;
        }
    }

    private static Measurements Finish(string path, MeasurementRows rows, MeasuredColumns columns, ProblemBook problems)
    {
        if (rows.Devices.Count == 0) problems.Error("CBS1215", null, "", "there are no rows below the header");
        problems.ThrowIfAny();
        if (!rows.HasDirections) Turn(rows.Devices, columns, problems);
        foreach (var (quantity, depression, spread) in rows.UnequalPulses)
            problems.Warn("CBS1218", null, columns[quantity]!.Header, Unequal(quantity, depression, spread));
        new MeasurementChecks(columns, problems).Check(rows.Devices);
        if (rows.Devices.All(device => device.Sweep.Points.Count(p => p.IsDepression && p.Pulse > 0) == 1))
            problems.Warn("CBS1224", null, columns[MeasuredQuantity.Pulse]!.Header, "a single depression pulse: a reset? For a "
                + "device that only rises fit potentiation alone, and write direction: potentiation into its file");
        return new Measurements(Path.GetFileName(path), rows.Devices, problems.Warnings);
    }

    private static void Turn(IReadOnlyList<DeviceSweeps> devices, MeasuredColumns columns, ProblemBook problems)
    {
        var points = new Measurements("", devices, []).Sweep.Points;
        if (SweepTurn.Find(points) is not { } turn)
        {
            problems.Error("CBS1216", null, columns[MeasuredQuantity.Pulse]!.Header,
                "without a direction, conductances go up and down more than once: add a column direction, or cycle");
            problems.ThrowIfAny();
            return;
        }

        if (turn == points.Count - 1) return;
        var last = turn < 0 ? -1 : points[turn].Pulse;
        foreach (var device in devices) device.Turn(last);
        problems.Warn("CBS1219", null, columns[MeasuredQuantity.Pulse]!.Header, turn < 0
            ? "there is no direction; conductances fall, so all pulses are taken for depression"
            : $"there is no direction; pulses up to {last} are taken for potentiation, those after it for depression");
    }

    private static string Unequal(MeasuredQuantity quantity, bool depression, PulseSpread spread)
    {
        var unit = ColumnNames.UnitOf(quantity);
        var (low, high) = (Quantity.Format(spread.Range.Low, unit), Quantity.Format(spread.Range.High, unit));
        return $"{(depression ? "depression" : "potentiation")} pulses are not alike: from {low} to {high}; "
            + "the laws are fitted as if they were";
    }
}
