using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Images;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Validation.Predict;

/// <summary>
/// The MNIST test pictures written as files in many forms and read as <c>predict</c> reads them: how much
/// accuracy each form loses against the plain arrays.
/// </summary>
internal static class PredictValidation
{
    private const string Folder = "validation/results";
    private const double MostLoss = 0.02;
    private const int Threads = 2;

    private const string Network =
        """
        dataset: { name: mnist, train_samples: 60000, test_samples: 10000 }
        network: { layers: [784, 128, 10], activation: relu, bias: true }
        device: seed-linear
        mapping: { kind: offset, wmax: 1.0 }
        rule: { kind: sgd, learning_rate: 0.1 }
        training: { epochs: 10, batch: 32, evaluate: last }
        initial: { spread: [0.06, 0.15] }
        seed: 1
        """;

    /// <summary>Runs the validation.</summary>
    /// <param name="args"><c>--images N</c>: the first N test pictures; <c>--out DIR</c>.</param>
    /// <returns>0 when no form loses too much, else 6.</returns>
    public static int Run(string[] args)
    {
        var images = int.Parse(Option(args, "--images", "10000"), CultureInfo.InvariantCulture);
        var scratch = Directory.CreateTempSubdirectory("crossbarsim-predict-").FullName;
        try
        {
            var rows = Measure(scratch, images);
            var folder = Option(args, "--out", Folder);
            Directory.CreateDirectory(folder);
            AtomicFile.WriteText(Path.Combine(folder, "predict.csv"), Table(rows));
            return rows.All(row => row.Loss <= MostLoss) ? 0 : 6;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static List<FormResult> Measure(string scratch, int images)
    {
        using IBackend backend = new CpuBackend();
        var options = ExperimentLoader.LoadText("predict", Network, []).OrThrow();
        var data = new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(options.Dataset);
        var predictor = Train(backend, data, options, Path.Combine(scratch, "run"));
        byte[][] pictures = [.. Enumerable.Range(0, images).Select(i => data.Test.Input(i).ToArray())];
        var labels = data.Test.Labels[..images];
        var digits = pictures.Select(p => new FramedDigit(p, Ink.Light)).ToList();
        var plain = Accuracy(predictor.Predict(digits, backend, Threads), labels.Span);
        List<FormResult> rows = [new("plain arrays", images, plain, 0)];
        Print(rows[0]);
        foreach (var form in PictureForm.All)
        {
            var files = Write(form, pictures, Directory.CreateDirectory(Path.Combine(scratch, "files")).FullName);
            var accuracy = Accuracy(predictor.Predict(Read(files), backend, Threads), labels.Span);
            Directory.Delete(Path.Combine(scratch, "files"), recursive: true);
            rows.Add(new FormResult(form.Name, images, accuracy, plain - accuracy));
            Print(rows[^1]);
        }

        return rows;
    }

    private static Predictor Train(IBackend backend, Dataset data, ExperimentOptions options, string folder)
    {
        new RunBatch(backend, data, Threads).Execute(
            [new PlannedRun("predict", options, folder, Resume: false)], quiet: true, CancellationToken.None);
        return new Predictor(options, new RunPaths(folder));
    }

    private static string[] Write(PictureForm form, byte[][] pictures, string folder)
    {
        var files = new string[pictures.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i =>
        {
            files[i] = Path.Combine(folder, i.ToString("D5", CultureInfo.InvariantCulture) + form.Extension);
            File.WriteAllBytes(files[i], form.Encode(pictures[i], i));
        });
        return files;
    }

    private static IReadOnlyList<FramedDigit> Read(string[] files) =>
        [.. PictureReader.ReadAll(files, Ink.Auto, Threads).Select(picture => picture.Digit ?? throw picture.Problem!)];

    private static double Accuracy(IReadOnlyList<Prediction> predictions, ReadOnlySpan<byte> labels)
    {
        var right = 0;
        for (var i = 0; i < labels.Length; i++)
            if (predictions[i].Class == labels[i]) right++;
        return (double)right / labels.Length;
    }

    private static void Print(FormResult row) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{row.Form,-42} {row.Accuracy:F4}  loss {row.Loss,7:F4}  {(row.Loss <= MostLoss ? "met" : "MISSED")}"));

    private static string Table(List<FormResult> rows) => string.Join('\n',
    [
        "form,images,test_accuracy,loss,goal,met",
        .. rows.Select(row => string.Create(CultureInfo.InvariantCulture,
            $"\"{row.Form}\",{row.Images},{row.Accuracy:F4},{row.Loss:F4},")
            + string.Create(CultureInfo.InvariantCulture, $"at most {MostLoss},{(row.Loss <= MostLoss ? "yes" : "no")}")),
        "",
    ]);

    private static string Option(string[] args, string name, string fallback)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? fallback : args[at + 1];
    }
}
