using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Comparing;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>compare</c>: the same experiment with several devices and seeds.</summary>
internal static class CompareCommand
{
    private const string Help =
        """
        Train the same network with several devices, on the same mini-batches, and compare them with paired statistics.

        Example: crossbarsim compare configs/compare/accumulate.yaml --device seed-linear --device pcmo-park-2013 --seeds 10

        Each device takes the place of the experiment's own, which is used where no --device is given; the first one is what
        the others are compared with. Seeds count from the experiment's. Every device with every seed is a run of its own
        under runs/ in the folder; beside them lie compare.csv, summary.csv, README.md (the columns) and pictures.

        --sensitivity trains each device once more for each of its parameters made ideal: nonlinearity, asymmetry, noise,
        spread, four times the states. How much longer that takes is said before it starts.

        Ctrl-C stops after the epoch in progress, and a killed comparison loses a minute at most; --resume goes on.
        """;

    private const int MostSeeds = 10_000;

    public static Command Create()
    {
        var file = new Argument<string?>("experiment")
        {
            Description = "Experiment file (YAML).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var device = Texts("--device", "device", "File or preset of a device; may be repeated.", ArgumentArity.OneOrMore);
        var sensitivity = Texts("--sensitivity", "device",
            "Also measure what each parameter costs, of these devices by name; without a name, of all.",
            ArgumentArity.ZeroOrMore);
        var seeds = Seeds();
        var (volts, width) = (PulsePart("--pulse-voltage", "voltage", "V"), PulsePart("--pulse-width", "time", "s"));
        var resume = CommonOptions.Resume("Go on with the comparison in this folder.");
        var (set, seed, backend) = (CommonOptions.Set(), CommonOptions.Seed(), CommonOptions.Backend());
        var (data, output) = (CommonOptions.Data(), CommonOptions.Out("Folder of the comparison", "runs/TIME-NAME"));
        var (threads, dryRun) = (CommonOptions.Threads(), CommonOptions.DryRun("List the runs and stop."));
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("compare", Help)
        {
            file, device, seeds, sensitivity, volts, width, set, seed, backend, data, output, resume, threads, dryRun, json,
            quiet, verbose,
        };
        command.Validators.Add(result => Check(result, file, resume, volts, width,
            [device, seeds, sensitivity, volts, width, set, seed, backend, output]));
        command.SetAction(parsed => UserErrors.Guard(
            () => new CompareVerb
            {
                Request = parsed.GetValue(file) is { } experiment ? new CompareRequest
                {
                    Experiment = experiment,
                    Devices = parsed.GetValue(device)!,
                    Seeds = parsed.GetValue(seeds),
                    Sensitivity = parsed.GetResult(sensitivity) is { Implicit: false } ? parsed.GetValue(sensitivity) : null,
                    Pulse = parsed.GetValue(volts) is { } v && parsed.GetValue(width) is { } s ? new WritePulse(v, s) : null,
                    Overrides = Overrides.From(parsed.GetValue(set), parsed.GetValue(seed), parsed.GetValue(backend)),
                } : null,
                Resume = parsed.GetValue(resume),
                Data = parsed.GetValue(data),
                Out = parsed.GetValue(output),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                DryRun = parsed.GetValue(dryRun),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }

    private static void Check(
        CommandResult result, Argument<string?> file, Option<string?> resume, Option<double?> volts, Option<double?> width,
        Option[] others)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        var hasFile = result.GetResult(file)?.Tokens.Count > 0;
        if (IsGiven(resume) && (hasFile || others.Any(IsGiven)))
            result.AddError("--resume goes on with a comparison as it was started: give only --data and --threads with it.");
        if (!IsGiven(resume) && !hasFile)
            result.AddError("give an experiment file, or --resume with the folder of a comparison.");
        if (IsGiven(volts) != IsGiven(width))
            result.AddError("--pulse-voltage and --pulse-width: give both, or none.");
    }

    private static Option<string[]> Texts(string name, string help, string description, ArgumentArity arity) => new(name)
    {
        Description = description,
        HelpName = help,
        Arity = arity,
        DefaultValueFactory = _ => [],
    };

    private static Option<int> Seeds()
    {
        var option = new Option<int>("--seeds")
        {
            Description = "Seeds of each device, 1 to 10,000; one tells no interval.",
            HelpName = "k",
            DefaultValueFactory = _ => 5,
        };
        option.Validators.Add(result =>
        {
            // By the text: the library throws where a validator asks it for a number that is none.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count is < 1 or > MostSeeds)
                result.AddError("--seeds: give a number from 1 to 10,000.");
        });
        return option;
    }

    private static Option<double?> PulsePart(string name, string help, string unit) => new(name)
    {
        Description = unit == "V"
            ? "Voltage of a write pulse of devices whose file has none, such as \"2 V\": for the energy only."
            : "Its width, such as \"1 us\".",
        HelpName = help,
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (Quantity.TryParse(text, unit, out var value) && (unit == "V" ? value != 0 : value > 0)) return value;
            argument.AddError($"{name}: {Printable.Quoted(text)} is not a {help} such as \"{(unit == "V" ? "2 V" : "1 us")}\".");
            return null;
        },
    };
}
