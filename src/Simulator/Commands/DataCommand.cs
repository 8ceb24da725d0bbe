using System.CommandLine;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>data</c>: which data sets there are, and how to get them.</summary>
internal static class DataCommand
{
    private const string Help =
        """
        List data sets, and download public ones.

        Example: crossbarsim data get mnist
        """;

    private const string ListHelp =
        """
        List the data sets: what they hold, and where they lie.

        Example: crossbarsim data list
        """;

    private const string GetHelp =
        """
        Download a data set to the user's cache, or to --data.

        Example: crossbarsim data get fashion-mnist --data ~/data

        It goes on with what has come before, tries every mirror, checks every file, and puts nothing in place
        before all of it is right.
        """;

    public static Command Create() => new("data", Help) { List(), Get() };

    private static Command List()
    {
        var (data, json, verbose) = (CommonOptions.Data(), CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("list", ListHelp) { data, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => DataListVerb.Run(parsed.GetValue(data), parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static Command Get()
    {
        var name = new Argument<string>("name") { Description = "Name of the data set." };
        name.AcceptOnlyFromAmong([EmbeddedDigits.Name, .. DataSources.All.Select(source => source.Name)]);
        var data = new Option<string?>("--data")
        {
            Description = "Folder of data sets to download to [default: the user's cache].",
            HelpName = "dir",
        };
        var mirror = new Option<Uri?>("--mirror")
        {
            Description = "Address of a folder with the .gz files, tried before the public mirrors.",
            HelpName = "url",
            CustomParser = DataGetVerb.ParseMirror,
        };
        var (quiet, verbose) = (CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("get", GetHelp) { name, data, mirror, quiet, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => new DataGetVerb
            {
                Name = parsed.GetValue(name)!,
                Data = parsed.GetValue(data),
                Mirror = parsed.GetValue(mirror),
                Quiet = parsed.GetValue(quiet),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }
}
