using CrossbarSim.Simulator.Sweeping;
using CrossbarSim.Simulator.Sweeping.Slurm;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>sweep status</c> does.</summary>
internal static class SweepStatusVerb
{
    /// <summary>Says how far a sweep is; it may be running.</summary>
    /// <param name="path">The folder of the sweep.</param>
    /// <param name="json">Print it as JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string path, bool json)
    {
        var folder = SweepFolder.Open(path, "folder");
        var report = SweepReport.Of(folder, folder.Finished());
        if (json)
        {
            JsonText.Print(report);
            return ExitCodes.Ok;
        }

        report.Print(Console.Out);
        if (!report.Finished && !SlurmStatus.Print(folder, Console.Out)) Console.Out.WriteLine(folder.Holder is { } holder
            ? $"{holder} works on it"
            : $"nobody works on it: crossbarsim sweep --resume {path} goes on");
        return ExitCodes.Ok;
    }
}
