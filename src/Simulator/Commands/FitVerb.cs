using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Fitting;
using CrossbarSim.Experiments.Fitting.Reading;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>fit</c> does once the command line is understood.</summary>
internal sealed record FitVerb
{
    private const string LawTable = "-fit.csv";
    private const string DeviceTable = "-fit-devices.csv";
    private const string Notice = "stopping; nothing is written";

    public required string Measured { get; init; }

    public string? Out { get; init; }

    public string? Law { get; init; }

    public MeasurementOptions Options { get; init; } = new();

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        RequireFiles();
        try
        {
            Report(Fitted());
            return ExitCodes.Ok;
        }
        catch (MeasurementException e)
        {
            foreach (var problem in e.Problems) Console.Error.WriteLine(problem);
            return ExitCodes.InvalidFile;
        }
    }

    private void RequireFiles()
    {
        if (!File.Exists(Measured))
            throw new DataFileException(ProblemCodes.Unreadable, Measured, null,
                Directory.Exists(Measured) ? "this is a folder; give a file" : "there is no such file");
        if (Out is not null && Directory.Exists(Out))
            throw Refused($"{Out} is a folder; give the name of a device file");
        if (Out is not null && Outputs(Out).Any(IsMeasured)) throw Refused("the results would overwrite the measured file");
    }

    private static ConfigurationException Refused(string message) => new(new Problem("CBS1220", "out", message));

    private static string[] Outputs(string file) => [file, Beside(file, LawTable), Beside(file, DeviceTable)];

    // Under the name of the device file, so that a folder holds several fits.
    private static string Beside(string file, string end) =>
        Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + end);

    // Some file systems take letters of either case for the same.
    private bool IsMeasured(string file) =>
        string.Equals(Path.GetFullPath(file), Path.GetFullPath(Measured), StringComparison.OrdinalIgnoreCase);

    private FitResult Fitted()
    {
        using var interrupt = new Interrupt(Notice);
        FitResult? result = null;
        FitDisplay.Show(Quiet, progress =>
        {
            var measured = MeasurementReader.Read(
                Measured, Options, progress.Of($"reading {Path.GetFileName(Measured)}"), interrupt.Token);
            result = new MeasurementFitter(measured, Name, progress, interrupt.Token).Run(Law);
        });
        return result ?? throw new DataFileException(
            "CBS1221", Measured, null, $"law {Law} has no device that such a sweep is of");
    }

    private string Name => Path.GetFileNameWithoutExtension(Out ?? Measured);

    private void Report(FitResult result)
    {
        foreach (var warning in result.Measured.Warnings) Console.Error.WriteLine(warning);
        foreach (var left in result.LeftOut) Console.Error.WriteLine(
            new MeasurementProblem("CBS1222", Measured, null, "", $"left out of the device file: {left}", Severity.Warning));
        IReadOnlyList<string> files = Out is null ? [] : Write(result, Out);
        if (Json) FitJson.Print(result, files);
        else FitReport.Print(result, files, Verbose);
    }

    private static string[] Write(FitResult result, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        using var output = OutputFolder.Open(folder, "out");
        AtomicFile.WriteText(file, OptionWriter.Write(result.Device));
        List<string> files = [file, Table(LawTable, FitTable.Laws(result))];
        if (result.Devices.Count > 0) files.Add(Table(DeviceTable, FitTable.Devices(result)));
        foreach (var picture in new[]
        {
            FitFigure.Save(result, Beside(file, "-fit")), FitResidualFigure.Save(result, Beside(file, "-fit-residuals")),
        })
            files.AddRange(picture.Png, picture.Svg);
        return [.. files];

        string Table(string end, string text)
        {
            var path = Beside(file, end);
            AtomicFile.WriteText(path, text);
            return path;
        }
    }
}
