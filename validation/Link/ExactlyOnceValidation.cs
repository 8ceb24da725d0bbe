using CrossbarSim.Experiments.Results;
using CrossbarSim.HardwareBridge.Emulation;

namespace CrossbarSim.Validation.Link;

/// <summary>Ten thousand pulses over a line that damages one frame in twenty and loses one answer in twenty.</summary>
internal static class ExactlyOnceValidation
{
    private const int Pulses = 10_000;
    private static readonly FaultOptions Faults = new() { Corrupt = 0.05, DropReplies = 0.05 };

    /// <summary>Runs the validation.</summary>
    /// <returns>0 when every pulse was fired and counted once, else 6.</returns>
    public static int Run()
    {
        var trials = new List<LinkTrial>();
        foreach (var rig in LinkRigs.All(Directory.GetCurrentDirectory()))
            foreach (var blocks in new[] { false, true })
            {
                trials.Add(LinkTrial.Run(rig, blocks, Pulses, Faults));
                Console.WriteLine($"{trials[^1].Line} {(trials[^1].IsExact ? "exact" : "WRONG")}");
            }

        AtomicFile.WriteText("validation/results/link-exactly-once.csv",
            string.Join('\n', [LinkTrial.Header, .. trials.Select(trial => trial.Line), ""]));
        return trials.All(trial => trial is { IsExact: true, Resent: > 0 }) ? 0 : 6;
    }
}
