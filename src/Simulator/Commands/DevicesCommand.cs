using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>devices</c>: the devices that come with the program, and any device in words.</summary>
internal static class DevicesCommand
{
    private const string Help =
        """
        List the devices that come with the program.

        Example: crossbarsim devices --out presets.png

        N is pulses from end to end. NL is the nonlinearity by NeuroSim's measure: the largest distance of a curve
        from its diagonal, in steps of 0.07. c2c is noise from cycle to cycle, d2d spread from device to device.
        """;

    private const string ShowHelp =
        """
        Explain a device in words and numbers: window, steps, symmetry point, states within noise, source.

        Example: crossbarsim devices show ag-asi-jo-2010 --out curves

        curves is the law without noise, pulse by pulse. pulses is what the device answers, with its noise and without: all
        pulses up and down, twice, and alternating ones from both ends, which lead to the symmetry point.
        """;

    public static Command Create()
    {
        var (json, picture, verbose) = (CommonOptions.Json(), Picture(), CommonOptions.Verbose());
        var command = new Command("devices", Help) { json, picture, verbose, Show(), DevicesImport.Create() };
        command.SetAction(parsed => UserErrors.Guard(
            () => DevicesListVerb.Run(parsed.GetValue(json), parsed.GetValue(picture)), parsed.GetValue(verbose)));
        return command;
    }

    private static Command Show()
    {
        var device = new Argument<string>("device") { Description = "A device file (YAML) or the name of a preset." };
        var output = CommonOptions.Out("Folder for curves and pulses, each as .csv, .png and .svg", "none are written");
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("show", ShowHelp) { device, json, output, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => DevicesShowVerb.Run(parsed.GetValue(device)!, parsed.GetValue(json), parsed.GetValue(output)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Option<string?> Picture()
    {
        var option = new Option<string?>("--out", "-o")
        {
            Description = "Draw the curves of all of them too: a .png, and an .svg beside it.",
            HelpName = "file.png",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { Length: > 0 } file }] && !IsPicture(file))
                result.AddError("--out: give a file that ends in .png or .svg.");
        });
        return option;
    }

    private static bool IsPicture(string file) =>
        Path.GetExtension(file).ToUpperInvariant() is ".PNG" or ".SVG";
}
