using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>plot</c>: the pictures of runs once more, and several runs over each other.</summary>
internal static class PlotCommand
{
    private const string Help =
        """
        Draw the pictures of runs again from their files, and several runs over each other.

        Example: crossbarsim plot runs/linear runs/nonlinear --out pictures

        Runs that differ in their seeds alone become one curve, the mean with a band of one standard deviation.
        Data sets are not needed, and a run may still be in progress.
        """;

    public static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Folders of runs, or a folder that holds several.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = CommonOptions.Out("Folder for the pictures", "the folder of each run, the comparison beside it");
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("plot", Help) { runs, output, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => new PlotVerb
            {
                Folders = parsed.GetValue(runs)!,
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }
}
