using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Sweeping.Slurm;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The options of <c>sweep</c> that say where it is computed, and what a cluster is asked for.</summary>
internal sealed class SlurmSwitches
{
    private const int MostShards = 1_000_000;

    private readonly Option<int?> _shards = new("--shards")
    {
        Description = $"Tasks of the job array, 1 to 1,000,000, with --engine slurm [default: {SlurmOptions.DefaultShards}, "
            + "or one for each point].",
        HelpName = "n",
    };

    private readonly Option<string?> _partition = new("--partition")
    {
        Description = "Partition of the cluster [default: that of the site].", HelpName = "name",
    };

    private readonly Option<string?> _time = new("--time")
    {
        Description = "Time limit of a task, such as 8:00:00; one that meets it is submitted again and goes on.",
        HelpName = "time",
    };

    private readonly Option<string?> _gpus = new("--gpus") { Description = "GPUs of a task.", HelpName = "n" };

    private readonly Option<string[]> _sbatch = new("--sbatch")
    {
        Description = "Any other option of sbatch, such as --sbatch account=physics; may be repeated.",
        HelpName = "key=value",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the allowed values.</summary>
    public SlurmSwitches()
    {
        Engine.AcceptOnlyFromAmong("local", SweepVerb.SlurmName);
        _shards.Validators.Add(result =>
        {
            // By the text: the library throws where a validator asks it for a number that is none.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count is < 1 or > MostShards)
                result.AddError("--shards: give a number from 1 to 1,000,000.");
        });
    }

    /// <summary>Where the sweep is computed.</summary>
    public Option<string?> Engine { get; } = new("--engine")
    {
        Description = "This machine, or a Slurm cluster [default: that of the folder, else local].",
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Engine, .. OfSlurm];

    private IEnumerable<Option> OfSlurm => [_shards, _partition, _time, _gpus, _sbatch];

    /// <summary>Refuses what only a cluster can be asked for.</summary>
    /// <param name="result">The command line.</param>
    public void Check(CommandResult result)
    {
        if (result.GetValue(Engine) == SweepVerb.SlurmName || result.Children.OfType<OptionResult>()
            .Any(option => option.Option.Name == "--resume" && result.GetValue(Engine) is null)) return;
        foreach (var option in OfSlurm)
            if (result.GetResult(option) is { Implicit: false }) result.AddError($"{option.Name} is for --engine slurm.");
    }

    /// <summary>What the user asks of Slurm.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="backend">Where tasks compute, if given.</param>
    /// <param name="data">Folder of data sets, if given.</param>
    /// <param name="threads">Threads of a task, if given.</param>
    /// <exception cref="ConfigurationException">Options of sbatch that are none (CBS1121).</exception>
    public SlurmOptions Options(ParseResult parsed, string? backend, string? data, int? threads)
    {
        string[] words = parsed.GetValue(_sbatch) ?? [];
        Problem[] problems = [.. words.Select(SlurmOptions.Check).OfType<Problem>()];
        if (problems.Length > 0) throw new ConfigurationException(problems);
        return new SlurmOptions(parsed.GetValue(_shards),
            [
                .. Word("partition", parsed.GetValue(_partition)), .. Word("time", parsed.GetValue(_time)),
                .. Word("gpus", parsed.GetValue(_gpus)),
                .. Word("cpus-per-task", threads?.ToString(CultureInfo.InvariantCulture)), .. words,
            ],
            [
                .. backend is null ? Array.Empty<string>() : ["--backend", backend],
                .. data is null ? Array.Empty<string>() : ["--data", Path.GetFullPath(data)],
            ]);
    }

    private static IEnumerable<string> Word(string key, string? value) => value is null ? [] : [$"{key}={value}"];
}
