using System.Globalization;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Sweeping;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed class SweepLoaderTests
{
    private const string Experiment = """
        dataset: { name: digits }
        network: { layers: [784, 128, 10] }
        device: { law: linear, gmin: 1 uS, gmax: 50 uS }
        rule: { kind: epoch-sign }
        """;

    [Fact]
    public void A_value_is_kept_as_it_was_written()
    {
        var sweep = Load("""
            - { key: initial.spread, list: [0.10, [0.1,  0.2], 1e-1] }
            - { key: rule, list: [{ kind: sgd,   learning_rate: 1e-2 }, {kind: epoch-sign}, { kind: sgd }] }
            - key: dataset.name
              list: [digits, "1", 'it''s: "x"']
            - { key: dataset.size, grid: [~, 28] }
            """).Value!.Options;

        Assert.Equal(["0.10", "[0.1, 0.2]", "1e-1"], Texts(sweep.Axes[0].List!));
        Assert.Equal(["{kind: sgd, learning_rate: 1e-2}", "{kind: epoch-sign}", "{kind: sgd}"], Texts(sweep.Axes[1].List!));
        Assert.Equal(["digits", "\"1\"", "\"it's: \\\"x\\\"\""], Texts(sweep.Axes[2].List!));
        Assert.Equal(["null", "28"], Texts(sweep.Axes[3].Grid!));
    }

    [Fact]
    public void What_is_written_reads_back_to_equal_axes()
    {
        using var folder = new TemporaryFolder();
        var sweep = Load("- { key: rule, grid: [{ kind: sgd }, { kind: sgd, learning_rate: 0.1 }] }", folder).Value!.Options;

        var text = OptionWriter.Write(sweep);
        var session = new LoadSession();
        var read = SweepLoader.Finish(session, session.Parse(folder.Write("written.yaml", text)), []).OrThrow().Options;

        Assert.Equal(sweep.Experiment, read.Experiment);
        Assert.Equal(Texts(sweep.Axes[0].Grid!), Texts(read.Axes[0].Grid!));
    }

    [Fact]
    public void Files_among_the_values_are_relative_to_the_sweep()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sweeps/mine.yaml", "law: linear\ngmin: 1 uS\ngmax: 2 uS\n");

        Assert.Empty(Load("- { key: device, grid: [mine.yaml, seed-linear] }", folder).Problems);
        Assert.Equal("CBS0108", Code(Load("- { key: device, grid: [sweeps/mine.yaml, seed-linear] }", folder)));
    }

    [Fact]
    public void Two_values_that_do_not_go_together_are_one_points_trouble_and_not_the_sweeps()
    {
        Assert.Empty(Load("""
            - { key: device.gmin, grid: [1 uS, 10 uS] }
            - { key: device.gmax, grid: [5 uS, 100 uS] }
            """).Problems);
    }

    [Fact]
    public void A_value_may_go_with_the_last_of_many_others_only()
    {
        Assert.Empty(Load($$"""
            - { key: device.gmin, grid: [1 uS, 199 uS] }
            - { key: device.gmax, grid: [{{Numbers(2, 200, " uS")}}] }
            """).Problems);
    }

    [Fact]
    public void A_value_that_goes_with_no_other_is_refused_where_it_stands()
    {
        var problem = Assert.Single(Load("""
            - { key: device.gmin, grid: [1 uS, 200 uS] }
            - { key: device.gmax, grid: [5 uS, 100 uS] }
            """).Problems);

        Assert.Equal("CBS0201", problem.Problem.Code);
        Assert.Equal("sweep.yaml", Path.GetFileName(problem.At.Source.Name));
    }

    [Fact]
    public void Lists_are_judged_in_step()
    {
        const string Axes = """
            - { key: dataset.size, list: [28, 14] }
            - { key: network.layers, list: [[784, 10], [196, 10]] }
            """;

        Assert.Empty(Load(Axes).Problems);
        var problem = Assert.Single(Load(Axes.Replace("[28, 14]", "[14, 14]", StringComparison.Ordinal)).Problems);
        Assert.Equal(("CBS0305", 4, 33), (problem.Problem.Code, problem.At.Line, problem.At.Column));
    }

    [Fact]
    public void Shorter_keys_are_set_first_whatever_the_order_of_the_axes()
    {
        Assert.Equal("CBS0115", Code(Load("""
            - { key: rule.learning_rate, grid: [-1] }
            - { key: rule, grid: [{ kind: sgd }] }
            - { key: device.gmax, grid: [2 uS] }
            - { key: device, grid: [seed-linear] }
            """)));
    }

    [Fact]
    public void A_misspelt_key_of_a_long_axis_is_answered_once_and_soon()
    {
        Assert.Equal("CBS0111", Code(Load($"- {{ key: sed, grid: [{Numbers(1, 20_000, "")}] }}")));
    }

    private static string Numbers(int first, int last, string unit) => string.Join(", ",
        Enumerable.Range(first, last - first + 1).Select(i => i.ToString(CultureInfo.InvariantCulture) + unit));

    private static LoadResult<SweepPlan> Load(string axes)
    {
        using var folder = new TemporaryFolder();
        return Load(axes, folder);
    }

    private static LoadResult<SweepPlan> Load(string axes, TemporaryFolder folder)
    {
        folder.Write("base.yaml", Experiment);
        var file = folder.Write("sweeps/sweep.yaml", $"experiment: ../base.yaml\naxes:\n{axes}\n");
        var session = new LoadSession();
        return SweepLoader.Finish(session, session.Parse(file), []);
    }

    private static string Code(LoadResult<SweepPlan> result) => Assert.Single(result.Problems).Problem.Code;

    private static IEnumerable<string> Texts(IReadOnlyList<Core.Options.AnyValue> values) => values.Select(v => v.Yaml);
}
