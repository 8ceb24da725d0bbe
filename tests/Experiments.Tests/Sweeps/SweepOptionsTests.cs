using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps;

namespace CrossbarSim.Experiments.Tests.Sweeps;

public sealed class SweepOptionsTests
{
    [Fact]
    public void A_sound_sweep_has_no_problems()
    {
        Assert.Empty(Grid("seed", 3).Check());
        Assert.Empty(Sweep(Grid("seed", 3), List("training.epochs", 2), List("training.batch", 2)).Check());
    }

    [Fact]
    public void An_axis_needs_exactly_one_kind_of_values()
    {
        Assert.Equal(("CBS1101", ""), Only(new AxisOptions { Key = "seed" }.Check()));
        Assert.Equal(("CBS1101", ""), Only((Grid("seed", 1) with { List = Values(1) }).Check()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("device.")]
    [InlineData("device..gmax")]
    public void A_key_without_names_is_a_problem(string key) =>
        Assert.Equal(("CBS1102", "key"), Only(Grid(key, 1).Check()));

    [Fact]
    public void Two_axes_of_one_key_are_a_problem_at_the_second() =>
        Assert.Equal(("CBS1103", "axes.2.key"), Only(Sweep(Grid("seed", 1), Grid("a", 1), List("seed", 1)).Check()));

    [Fact]
    public void Lists_of_different_length_are_a_problem_at_the_later_ones() =>
        Assert.Equal(("CBS1104", "axes.2.list"), Only(Sweep(List("a", 3), Grid("b", 2), List("c", 2), List("d", 3)).Check()));

    [Fact]
    public void A_grid_moves_alone_and_lists_move_together()
    {
        var groups = AxisGroup.Of(Sweep(Grid("a", 2), List("b", 3), Grid("c", 5), List("d", 3)));

        Assert.Equal([[0], [1, 3], [2]], groups.Select(g => g.Axes));
        Assert.Equal([2, 3, 5], groups.Select(g => g.Length));
    }

    [Fact]
    public void Axes_that_are_drawn_need_samples_and_samples_need_such_axes()
    {
        Assert.Equal(("CBS1106", "samples"), Only(Sweep(Drawn("a")).Check()));
        Assert.Equal(("CBS1106", "samples"), Only((Sweep(Grid("a", 2)) with { Samples = 4 }).Check()));
        Assert.Empty((Sweep(Drawn("a"), Grid("b", 2)) with { Samples = 4 }).Check());
    }

    [Fact]
    public void More_than_a_thousand_million_points_are_a_problem() => Assert.Equal(("CBS1108", "axes"),
        Only(Sweep(Grid("a", 100_000), Grid("b", 100_000)).Check()));

    [Fact]
    public void Seeds_are_an_axis_of_their_own_and_the_fastest()
    {
        var sweep = Sweep(Grid("a", 2)) with { Seeds = 3 };

        Assert.Equal(["a", "seed"], sweep.AllAxes.Select(axis => axis.Key));
        Assert.Equal([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]],
            Enumerable.Range(0, 6).Select(index => new SweepSpace(sweep).Places(index)));
        Assert.Equal(("CBS1103", "axes.0.key"), Only((Sweep(Grid("seed", 2)) with { Seeds = 3 }).Check()));
    }

    [Fact]
    public void One_at_a_time_changes_nothing_first_and_then_one_axis_after_the_other()
    {
        var space = new SweepSpace(Sweep(
            new AxisOptions { Key = "a", OneAtATime = Values(2) }, new AxisOptions { Key = "b", OneAtATime = Values(1) }));

        Assert.Equal([[-1, -1], [0, -1], [1, -1], [-1, 0]],
            Enumerable.Range(0, (int)space.Count).Select(index => space.Values(space.Places(index))));
    }

    private static AxisOptions Drawn(string key) =>
        new() { Key = key, Random = new DistributionOptions { Uniform = [new("0"), new("1")] } };

    private static (string, string) Only(IEnumerable<Problem> problems)
    {
        var problem = Assert.Single(problems);
        return (problem.Code, problem.Path);
    }

    private static SweepOptions Sweep(params AxisOptions[] axes) => new() { Experiment = "base.yaml", Axes = axes };

    private static AxisOptions Grid(string key, int count) => new() { Key = key, Grid = Values(count) };

    private static AxisOptions List(string key, int count) => new() { Key = key, List = Values(count) };

    private static AnyValue[] Values(int count) => [.. Enumerable.Repeat(new AnyValue("1"), count)];
}
