using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The verbs below <c>sweep</c> that look at the folder of one.</summary>
internal static class SweepFolderCommands
{
    private const int MostBest = 10_000;

    /// <summary>All of them.</summary>
    public static IEnumerable<Command> Create() => [Plot(), Best(), Status()];

    private static Command Plot()
    {
        var (folder, by) = (Folder(), By());
        var output = CommonOptions.Out("Folder for the pictures", "the folder of the sweep");
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("plot",
            """
            Draw a sweep: a line with a band for one key, a map for two, parallel coordinates and main effects for more.

            Example: crossbarsim sweep plot nonlinearity

            The sweep may be running: what is finished is drawn. The seeds are no key, their mean is drawn.
            """)
        { folder, by, output, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => SweepPlotVerb.Run(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(by)!,
                parsed.GetValue(json)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Command Best()
    {
        var (folder, by, count) = (Folder(), By(), Count());
        var output = CommonOptions.Out("Folder for the experiments", "best, in the folder of the sweep");
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("best",
            """
            List the best points of a sweep, and write each as an experiment file for `train`.

            Example: crossbarsim sweep best nonlinearity --n 3
            """)
        { folder, count, by, output, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => SweepBestVerb.Run(parsed.GetValue(folder)!, parsed.GetValue(count), parsed.GetValue(output),
                parsed.GetValue(by)!, parsed.GetValue(json)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Command Status()
    {
        var folder = Folder();
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("status",
            """
            Say how far a sweep is, who works on it, and what is best so far.

            Example: crossbarsim sweep status nonlinearity
            """)
        { folder, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => SweepStatusVerb.Run(parsed.GetValue(folder)!, parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static Argument<string> Folder() => new("folder") { Description = "Folder of a sweep." };

    private static Option<string> By() => new("--by")
    {
        Description = "Column of results.csv: more is better of accuracies, less of all others.",
        HelpName = "column",
        DefaultValueFactory = _ => "test_accuracy",
    };

    private static Option<int> Count()
    {
        var option = new Option<int>("--n") { Description = "How many, 1 to 10,000.", HelpName = "n",
            DefaultValueFactory = _ => 10 };
        option.Validators.Add(result =>
        {
            // By the text: the library throws where a validator asks it for a number that is none.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var count) && count is < 1 or > MostBest)
                result.AddError("--n: give a number from 1 to 10,000.");
        });
        return option;
    }
}
