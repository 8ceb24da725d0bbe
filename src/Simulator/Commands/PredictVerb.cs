using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Composition;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Images;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>predict</c> does once the command line is understood.</summary>
internal sealed record PredictVerb
{
    public required string Run { get; init; }

    public required IReadOnlyList<string> Images { get; init; }

    public Ink Ink { get; init; }

    public BackendChoice Backend { get; init; } = BackendChoice.Cpu;

    public string? Out { get; init; }

    public int Threads { get; init; } = 1;

    public bool Json { get; init; }

    public bool Verbose { get; init; }

    /// <summary>Runs the verb: what can be read is predicted, what cannot is reported.</summary>
    /// <returns>The exit code.</returns>
    public int Execute()
    {
        var predictor = Predictor();
        var pictures = PictureReader.ReadAll(Images, Ink, Threads);
        var readings = Read(predictor, [.. pictures.Where(p => p.Digit is not null)]);
        if (Out is not null) readings = Draw(readings, Out);
        if (Json) PredictReport.PrintJson(readings);
        else PredictReport.Print(readings, Verbose);
        foreach (var picture in pictures) if (picture.Problem is { } problem) UserErrors.Print(problem);
        return pictures.All(p => p.Problem is null) ? ExitCodes.Ok : ExitCodes.InvalidFile;
    }

    private Predictor Predictor()
    {
        var paths = new RunPaths(Run);
        if (!File.Exists(paths.Experiment))
            throw new ConfigurationException(new Problem("CBS0523", "run",
                $"{Run} holds no run: there is no experiment.yaml in it"));
        return new Predictor(Loaded.OrThrow(ExperimentLoader.Load(paths.Experiment, [])), paths);
    }

    private List<DigitReading> Read(Predictor predictor, List<ReadPicture> pictures)
    {
        using var backend = BackendFactory.Open(Backend).Backend;
        var predictions = predictor.Predict([.. pictures.Select(p => p.Digit!)], backend, Threads);
        return [.. pictures.Zip(predictions, (picture, prediction) =>
            new DigitReading(picture.Path, picture.Digit!, prediction, null))];
    }

    private static List<DigitReading> Draw(List<DigitReading> readings, string folder)
    {
        using var output = OutputFolder.Open(folder, "out");
        var names = FileStems.Of([.. readings.Select(r => r.File)], folder);
        return [.. readings.Zip(names, (reading, name) => reading with { Picture = Draw(reading, Path.Combine(folder, name)) })];
    }

    private static string Draw(DigitReading reading, string path) => PredictionFigure.Save(
        new PredictedPicture(reading.Digit.Pixels, FramedDigit.Side, reading.Prediction, Label: null),
        path, Path.GetFileName(reading.File)).Png;
}
