using System.Globalization;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Runs;

/// <summary>The first test pictures of a run as its network sees them, and its worst mistakes.</summary>
internal static class TestPictures
{
    /// <summary>Draws both pages.</summary>
    /// <param name="setup">The run.</param>
    /// <param name="probabilities">Probabilities of the test samples, [count x classes].</param>
    /// <param name="predictions">Path of the first page, without extension.</param>
    /// <param name="mistakes">Path of the second.</param>
    public static IEnumerable<FigureFiles> Draw(RunSetup setup, float[] probabilities, string predictions, string mistakes)
    {
        if (probabilities.Length == 0) yield break;
        var all = Pictures(setup, Prediction.Of(probabilities, setup.Plan.Network.Classes));
        yield return PredictionFigure.SavePage(all, predictions, $"Test pictures of {setup.Data.Name}: predicted, probability (true)");
        var wrong = all.Where(p => p.IsWrong).OrderByDescending(p => p.Prediction.Probability).ToList();
        var title = string.Create(CultureInfo.InvariantCulture,
            $"The most confident of {wrong.Count} mistakes on {all.Count} test pictures of {setup.Data.Name}");
        yield return PredictionFigure.SavePage(wrong, mistakes, title, "no mistakes");
    }

    private static List<PredictedPicture> Pictures(RunSetup setup, IReadOnlyList<Prediction> predictions)
    {
        var (test, width) = (setup.Data.Test, setup.Data.Width);
        return [.. predictions.Select((prediction, i) => new PredictedPicture(
            test.Inputs.Slice(i * test.Size, test.Size), width, prediction, test.Labels.Span[i]))];
    }
}
