using System.CommandLine;
using CrossbarSim.Simulator.Bench;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>bench</c>: how fast this machine is.</summary>
internal static class BenchCommand
{
    private const int MostReplicas = 4096;
    private const int MostRepeats = 1000;

    private const string Help =
        """
        Measure how fast this machine trains, forwards and pulses, and what share of its own peaks that is.

        Example: crossbarsim bench --backend cpu --rule accumulate --batch 32 --out bench.csv

        The network is 784-128-10 without bias, an epoch 60,000 images of MNIST where it is found, else embedded
        digits, without evaluation. Seconds are medians, for one of R networks that train together; rates count epochs
        of one network, images, pulses, multiply-adds or bytes. Peaks are fused multiply-adds in registers and memory
        copied, measured in the same run: "of peak" counts the multiply-adds that inputs other than zero need, "of
        copy" the bytes that would move without caches. Options that are lists may be repeated.
        """;

    public static Command Create()
    {
        var backends = Words("--backend", "Backend to measure [default: each that this machine can use].", BenchTargets.Names);
        var measurements = Words("--measure", "What to measure [default: all].", Measurements.Chosen);
        var rules = Words(
            "--rule", $"Rule whose epochs are measured: {string.Join(", ", BenchedRule.Names)} [default: all].",
                BenchedRule.Names);
        rules.HelpName = "rule";
        var batches = Numbers("--batch", "Size of mini-batches [default: 32 and 512].", BenchData.EpochSamples);
        var replicas = Numbers("--replicas",
            "Networks trained together [default: 1, and 8 on a CPU or 256 on a GPU].", MostReplicas);
        var threads = Numbers("--threads", "Threads [default: 1, 2 and one per core].", 1024);
        var repeats = Number(
            new Option<int?>("--repeats") { Description =
                "How often each point is measured, for the median [default: 5]." }, MostRepeats);
        Option<bool> quick = new("--quick") { Description = "Take some seconds: a tenth of the images, each point once." };
        Option<bool> check = new("--check")
        {
            Description = "Instead, train small networks with every rule and compare every bit of their state with cpu's.",
        };
        Option<string?> output = new("--out", "-o") { Description = "CSV file to write, row by row.", HelpName = "file" };
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var (quiet, verbose) = (CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("bench", Help)
        {
            backends, measurements, rules, batches, replicas, threads, repeats, quick, check, data, output, json, quiet, verbose,
        };
        command.Validators.Add(result =>
        {
            Option[] others = [measurements, rules, batches, replicas, threads, repeats, quick, data];
            if (result.GetValue(check)
                && others.FirstOrDefault(other => result.GetResult(other) is { Implicit: false }) is { } wrong)
                result.AddError($"--check measures nothing: give no {wrong.Name} with it.");
        });
        command.SetAction(parsed => UserErrors.Guard(
            () => new BenchVerb
            {
                Options = new BenchOptions
                {
                    Backends = parsed.GetValue(backends)!,
                    Measurements = parsed.GetValue(measurements)!,
                    Rules = parsed.GetValue(rules)!,
                    Batches = parsed.GetValue(batches)!,
                    Replicas = parsed.GetValue(replicas)!,
                    Threads = parsed.GetValue(threads)!,
                    Repeats = parsed.GetValue(repeats) ?? BenchOptions.RepeatsOf(parsed.GetValue(quick)),
                    Quick = parsed.GetValue(quick),
                    Data = parsed.GetValue(data),
                },
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            }.Run(parsed.GetValue(check)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Option<string[]> Words(string name, string description, IReadOnlyList<string> among)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.AcceptOnlyFromAmong([.. among]);
        return option;
    }

    private static Option<int[]> Numbers(string name, string description, int most) => Number(
        new Option<int[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore, DefaultValueFactory = _ =>
            [] }, most);

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
