using System.CommandLine;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Options that several verbs share, described once.</summary>
internal static class CommonOptions
{
    public static Option<string[]> Set() => new("--set")
    {
        Description = "Override any key of the YAML, such as --set training.epochs=5; may be repeated.",
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    public static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Seed of every random number but the order of the samples [default: that of the file].",
        HelpName = "n",
    };

    public static Option<string?> Backend(string fallback = "that of the file")
    {
        var option = new Option<string?>("--backend")
        {
            Description = $"Where to compute: auto takes CUDA, then an OpenCL GPU, then cpu [default: {fallback}].",
        };
        option.AcceptOnlyFromAmong([.. Enum.GetNames<BackendChoice>().Select(OptionNames.Value)]);
        return option;
    }

    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder of data sets, or the folder that holds the IDX files "
            + "[default: CROSSBARSIM_DATA, then the user cache].",
        HelpName = "dir",
    };

    public static Option<string?> Out(string what, string fallback) => new("--out", "-o")
    {
        Description = $"{what} [default: {fallback}].",
        HelpName = "dir",
    };

    public static Option<string?> Resume(string description) => new("--resume")
    {
        Description = description,
        HelpName = "dir",
    };

    /// <summary>Threads; null: all cores, a number that the text of --help shall not depend on.</summary>
    public static Option<int?> Threads()
    {
        var option = new Option<int?>("--threads")
        {
            Description = "Threads to use, 1 to 1024; the results do not depend on it [default: one per core].",
            HelpName = "n",
        };
        option.Validators.Add(result =>
        {
            // By the text: the library throws where a validator asks it for a number that is none.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count is < 1 or > 1024)
                result.AddError("--threads: give a number from 1 to 1024.");
        });
        return option;
    }

    public static Option<int?> Count(string name, string description, int least, int most)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "n" };
        option.Validators.Add(result =>
        {
            // By the text: the library throws where a validator asks it for a number that is none.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && (count < least || count > most))
                result.AddError(FormattableString.Invariant($"{name}: give a number from {least} to {most}."));
        });
        return option;
    }

    public static Option<bool> DryRun(string what) => new("--dry-run") { Description = what };

    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Print results and errors only." };

    public static Option<bool> Verbose() => new("--verbose", "-v")
    {
        Description = "Print more, also where an unexpected error arose.",
    };
}
