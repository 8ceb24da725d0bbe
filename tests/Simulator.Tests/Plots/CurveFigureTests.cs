using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class CurveFigureTests : FigureFolder
{
    [Fact]
    public void Accuracy_figure_has_the_nominal_size_and_its_texts()
    {
        var files = AccuracyFigure.Save(SyntheticData.Run(20, 0.9), Base("accuracy"), "A run");
        Picture.AssertSound(files);
        Assert.Equal((1200, 800), Picture.Size(files.Png));
        Assert.Superset(new HashSet<string> { "A run", "Accuracy (%)", "Loss", "Epoch", "Training set", "Test set", "20" },
            Picture.Texts(files.Svg).ToHashSet());
    }

    [Fact]
    public void A_validation_set_is_a_third_curve()
    {
        IReadOnlyList<EpochPoint> two = SyntheticData.Run(20, 0.9);
        var plain = AccuracyFigure.Save(two, Base("two"));
        var files = AccuracyFigure.Save(
            [.. two.Select(p => p with { ValidationAccuracy = p.TestAccuracy - 0.2, ValidationLoss = 1.5 * p.TestLoss })],
            Base("three"));
        Picture.AssertSound(files);
        Assert.Contains("Validation set", Picture.Texts(files.Svg));
        Assert.DoesNotContain("Validation set", Picture.Texts(plain.Svg));
    }

    [Fact]
    public void Loss_over_a_wide_range_gets_a_logarithmic_axis()
    {
        IReadOnlyList<EpochPoint> epochs = [new(0, 2.3, 0.1, 2.3, 0.1), new(1, 1e-3, 0.9, 2e-3, 0.9)];
        var texts = Picture.Texts(AccuracyFigure.Save(epochs, Base("log")).Svg);
        Assert.Superset(new HashSet<string> { "0.001", "0.01", "0.1", "1" }, texts.ToHashSet());
    }

    [Fact]
    public void A_run_evaluated_only_at_its_end_shows_that_point_and_names_only_what_was_evaluated()
    {
        var none = new EpochPoint(0, double.NaN, double.NaN, double.NaN, double.NaN);
        var files = AccuracyFigure.Save(
            [none, none with { Epoch = 1 }, new(2, double.NaN, double.NaN, 0.3, 0.9)], Base("last"));
        Picture.AssertSound(files);
        Assert.Contains("Test set", Picture.Texts(files.Svg));
        Assert.DoesNotContain("Training set", Picture.Texts(files.Svg));
    }

    [Fact]
    public void A_run_that_was_never_evaluated_says_so()
    {
        var files = AccuracyFigure.Save([new(0, double.NaN, double.NaN, double.NaN, double.NaN)], Base("none"));
        Picture.AssertSound(files);
        Assert.Equal(2, Picture.Texts(files.Svg).Count(t => t == "not evaluated"));
        Picture.AssertSound(AccuracyFigure.Save([], Base("empty")));
    }

    [Fact]
    public void A_single_epoch_and_a_diverged_loss_are_drawn()
    {
        Picture.AssertSound(AccuracyFigure.Save([new(0, 2.3, 0.1, 2.3, 0.1)], Base("single")));
        Picture.AssertSound(AccuracyFigure.Save(
            [new(0, 2.3, 0.1, 2.3, 0.1), new(1, double.PositiveInfinity, 0.1, double.NaN, 0.1)], Base("diverged")));
        Picture.AssertSound(AccuracyFigure.Save([new(0, 0, 1, 0, 1), new(1, 0, 1, 0, 1)], Base("perfect")));
    }

    [Fact]
    public void Comparison_names_every_run_and_says_what_the_bands_are()
    {
        ComparedRun[] runs =
            [SyntheticData.Seeds("linear", 0.9, 5), SyntheticData.Seeds("nonlinear", 0.5, 5),
                SyntheticData.Seeds("reference", 0.8, 5)];
        var files = ComparisonFigure.Save(runs, Base("comparison"));
        Picture.AssertSound(files);
        Assert.Superset(
            new HashSet<string> { "linear", "nonlinear", "reference", "Mean ± 1 standard deviation of 5 seeds" },
            Picture.Texts(files.Svg).ToHashSet());
    }

    [Fact]
    public void Comparison_of_unlike_runs_counts_the_seeds_in_the_legend()
    {
        var files = ComparisonFigure.Save(
            [SyntheticData.Seeds("a & <b>", 0.9, 3), ComparedRun.OfOneSeed("c", SyntheticData.Run(7, 0.8))],
            Base("unlike"), withTraining: true);
        Picture.AssertSound(files);
        Assert.Superset(new HashSet<string> { "a & <b> (3 seeds)", "c (1 seed)", "Training accuracy (%)" },
            Picture.Texts(files.Svg).ToHashSet());
    }

    [Fact]
    public void Many_runs_with_long_names_leave_room_for_the_data()
    {
        var runs = Enumerable.Range(0, 30)
            .Select(i => ComparedRun.OfOneSeed($"{i} {new string('x', 100)}\t\u0001", SyntheticData.Run(3, 0.9))).ToList();
        var files = ComparisonFigure.Save(runs, Base("many"));
        Picture.AssertSound(files);
        Assert.True(Picture.Size(files.Png).Height > 800);
    }

    [Fact]
    public void Statistics_are_the_sample_standard_deviation_of_the_evaluated_seeds()
    {
        IReadOnlyList<EpochPoint> Seed(double accuracy) => [new(1, 0, 0, 0, accuracy)];
        var all = SeedStatistics.Of([Seed(0.1), Seed(0.3), Seed(double.NaN)], p => p.TestAccuracy);
        Assert.Equal(0.2, Assert.Single(all).Mean, 12);
        Assert.Equal(Math.Sqrt(0.02), all[0].Deviation, 12);
        Assert.True(double.IsNaN(SeedStatistics.Of([Seed(0.1)], p => p.TestAccuracy)[0].Deviation));
    }

    [Fact]
    public void Conductance_curves_rise_then_fall_on_one_pulse_axis()
    {
        var files = ConductanceCurveFigure.Save(
            [ConductanceCurve.Of(SyntheticData.Linear()), ConductanceCurve.Of(SyntheticData.Exponential("A = 0.8", 0.8))],
            Base("curves"));
        Picture.AssertSound(files);
        Assert.Superset(
            new HashSet<string> { "Pulse number", "200", "Conductance (µS)", "Potentiation", "Depression", "linear", "A = 0.8" },
            Picture.Texts(files.Svg).ToHashSet());
    }

    [Fact]
    public void Devices_with_different_pulse_counts_turn_at_the_same_place()
    {
        var files = ConductanceCurveFigure.Save(
            [ConductanceCurve.Of(SyntheticData.Linear("one", 1)), ConductanceCurve.Of(SyntheticData.Linear("many", 300))],
            Base("turn"));
        Picture.AssertSound(files);
        Assert.Superset(new HashSet<string> { "Pulse number / N", "one (N = 1)", "many (N = 300)" },
            Picture.Texts(files.Svg).ToHashSet());
    }

    [Fact]
    public void A_device_of_one_pulse_is_drawn_on_an_axis_of_whole_pulses()
    {
        var one = ConductanceCurveFigure.Save([ConductanceCurve.Of(SyntheticData.Linear("1", 1))], Base("one"));
        Picture.AssertSound(one);
        Assert.DoesNotContain("0.2", Picture.Texts(one.Svg));
        Assert.DoesNotContain("1.0", Picture.Texts(one.Svg));
    }

    [Fact]
    public void An_older_figure_of_the_same_name_is_replaced()
    {
        var old = AccuracyFigure.Save(SyntheticData.Run(2, 0.5), Base("again"), "old");
        var files = AccuracyFigure.Save(SyntheticData.Run(2, 0.5), Base("again"), "new");
        Assert.Equal(old, files);
        Assert.Contains("new", Picture.Texts(files.Svg));
        Picture.AssertSound(files);
    }
}
