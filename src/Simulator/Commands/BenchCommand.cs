using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>bench</c>: how fast this machine is.</summary>
internal static class BenchCommand
{
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
        BenchSwitches switches = new();
        Option<bool> check = new("--check")
        {
            Description = "Instead, train small networks with every rule and compare every bit of their state with cpu's.",
        };
        Option<string?> output = new("--out", "-o") { Description = "CSV file to write, row by row.", HelpName = "file" };
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        Command command = new("bench", Help);
        foreach (var option in switches.All.Concat([check, output, json, quiet, verbose])) command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && switches.GivenInVain(result) is { } option)
                result.AddError($"--check measures nothing: give no {option.Name} with it.");
        });
        command.SetAction(parsed => UserErrors.Guard(
            () => new BenchVerb
            {
                Options = switches.Read(parsed),
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            }.Run(parsed.GetValue(check)),
            parsed.GetValue(verbose)));
        return command;
    }
}
