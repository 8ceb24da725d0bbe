using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Runs;

/// <summary>The first test pictures of a run as its network sees them, and its worst mistakes.</summary>
internal static class TestPictures
{
    /// <summary>Draws both pages; none where there are no test samples.</summary>
    /// <param name="directory">The run directory.</param>
    /// <param name="setup">The run.</param>
    /// <param name="engine">The networks, trained.</param>
    /// <param name="replica">Which of them is the run's.</param>
    /// <returns>The PNG files.</returns>
    public static IEnumerable<string> Draw(string directory, RunSetup setup, IEngine engine, int replica)
    {
        if (setup.Data.Test.Count == 0) return [];
        var name = setup.Data.Name;
        var all = Pictures(setup, Prediction.Of(engine.Probabilities(replica, SampleChoice.Test), setup.Plan.Network.Classes));
        var wrong = all.Where(p => p.IsWrong).OrderByDescending(p => p.Prediction.Probability).ToList();
        var worst = string.Create(CultureInfo.InvariantCulture,
            $"The most confident of {wrong.Count:N0} mistakes on {all.Count:N0} test pictures of {name}");
        string At(string file) => Path.Combine(directory, file);
        return
        [
            PredictionFigure.SavePage(all, At("predictions"), $"Test pictures of {name}: predicted, probability (true)").Png,
            PredictionFigure.SavePage(wrong, At("mistakes"), worst, "no mistakes").Png,
        ];
    }

    private static List<PredictedPicture> Pictures(RunSetup setup, IReadOnlyList<Prediction> predictions)
    {
        var (test, width) = (setup.Data.Test, setup.Data.Width);
        return [.. predictions.Select((prediction, i) => new PredictedPicture(
            test.Inputs.Slice(i * test.Size, test.Size), width, prediction, test.Labels.Span[i]))];
    }
}
