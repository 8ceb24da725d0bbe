using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Simulator.Bench;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The options of <c>bench</c> that say what is measured.</summary>
internal sealed class BenchSwitches
{
    private const int MostReplicas = 4096;
    private const int MostThreads = 1024;
    private const int MostRepeats = 1000;

    private readonly Option<string[]> _backends = Words(
        "--backend", "Backend to measure [default: each that this machine can use].", BenchTargets.Names);

    private readonly Option<string[]> _measurements = Words("--measure", "What to measure [default: all].", Measurements.Chosen);

    private readonly Option<string[]> _rules = Words(
        "--rule",
        $"Rule whose epochs are measured: {string.Join(", ", BenchedRule.Names)} [default: all].",
        BenchedRule.Names,
        helpName: "rule");

    private readonly Option<int[]> _batches = Numbers(
        "--batch", "Size of mini-batches [default: 32 and 512].", BenchData.EpochSamples);

    private readonly Option<int[]> _replicas = Numbers(
        "--replicas", "Networks trained together [default: 1, and 8 on a CPU or 256 on a GPU].", MostReplicas);

    private readonly Option<int[]> _threads = Numbers("--threads", "Threads [default: 1, 2 and one per core].", MostThreads);

    private readonly Option<int?> _repeats = Number(
        new Option<int?>("--repeats") { Description = "How often each point is measured, for the median [default: 5]." },
        MostRepeats);

    private readonly Option<bool> _quick = new("--quick")
    {
        Description = "Take some seconds: a tenth of the images, each point once.",
    };

    private readonly Option<string?> _data = CommonOptions.Data();

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => Measuring.Prepend(_backends);

    private Option[] Measuring => [_measurements, _rules, _batches, _replicas, _threads, _repeats, _quick, _data];

    /// <summary>The first that was given although nothing is measured.</summary>
    /// <param name="command">The command line.</param>
    public Option? GivenInVain(CommandResult command) =>
        Measuring.FirstOrDefault(option => command.GetResult(option) is { Implicit: false });

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    public BenchOptions Read(ParseResult parsed) => new()
    {
        Backends = parsed.GetValue(_backends)!,
        Measurements = parsed.GetValue(_measurements)!,
        Rules = parsed.GetValue(_rules)!,
        Batches = parsed.GetValue(_batches)!,
        Replicas = parsed.GetValue(_replicas)!,
        Threads = parsed.GetValue(_threads)!,
        Repeats = parsed.GetValue(_repeats) ?? BenchOptions.RepeatsOf(parsed.GetValue(_quick)),
        Quick = parsed.GetValue(_quick),
        Data = parsed.GetValue(_data),
    };

    private static Option<string[]> Words(string name, string description, IReadOnlyList<string> among, string? helpName = null)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.AcceptOnlyFromAmong([.. among]);
        return option;
    }

    private static Option<int[]> Numbers(string name, string description, int most) => Number(
        new Option<int[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ => [] },
        most);

    private static Option<T> Number<T>(Option<T> option, int most)
    {
        option.HelpName = "n";
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, out var count) && (count < 1 || count > most)))
                result.AddError(FormattableString.Invariant($"{option.Name}: give a number from 1 to {most}."));
        });
        return option;
    }
}
