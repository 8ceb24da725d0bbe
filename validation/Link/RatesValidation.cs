using System.Globalization;
using CrossbarSim.Experiments.Results;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.Validation.Link;

/// <summary>Pulses of no width a second at 1 Mbaud, journal on the disk.</summary>
internal static class RatesValidation
{
    private const int Pulses = 40_000;
    private const double LeastLists = 8_000;
    private const double LeastBlocks = 30_000;

    /// <summary>Runs the validation.</summary>
    /// <returns>0 when every rate is reached and every count right, else 6.</returns>
    public static int Run()
    {
        var trials = new List<LinkTrial>();
        foreach (var rig in LinkRigs.All(Directory.GetCurrentDirectory()))
            foreach (var transport in Enum.GetValues<TransportKind>())
                foreach (var blocks in new[] { false, true })
                {
                    // The first commands of a process wait for its compiler.
                    LinkTrial.Run(rig, blocks, Pulses / 10, null, transport);
                    trials.Add(LinkTrial.Run(rig, blocks, Pulses, null, transport));
                    Print(trials[^1]);
                }

        AtomicFile.WriteText("validation/results/link-rates.csv",
            string.Join('\n', [LinkTrial.Header, .. trials.Select(trial => trial.Line), ""]));
        return trials.All(trial => trial.IsExact && trial.Rate >= Goal(trial)) ? 0 : 6;
    }

    private static double Goal(LinkTrial trial) => trial.Form == "lists" ? LeastLists : LeastBlocks;

    private static void Print(LinkTrial trial) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{trial.Rig,-26} {trial.Transport,-15} {trial.Form,-12} {trial.Rate,8:F0} pulses/s; link {100 * trial.Link / trial.Seconds:F0} %, ")
        + string.Create(CultureInfo.InvariantCulture,
            $"pulses {100 * trial.Pulses / trial.Seconds:F2} %, host and journal the rest  "
            + $"{(trial.IsExact && trial.Rate >= Goal(trial) ? "met" : "MISSED")}"));
}
