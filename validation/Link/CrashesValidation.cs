using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Link;

/// <summary>Programming runs that are killed, reset or unplugged at random moments.</summary>
internal static class CrashesValidation
{
    /// <summary>Runs the validation.</summary>
    /// <param name="trials">Of each kind.</param>
    /// <returns>0 when every run came out right, else 6.</returns>
    public static int Run(int trials)
    {
        var results = Enum.GetValues<CrashKind>().SelectMany(kind => Enumerable.Range(0, trials).Select(number =>
        {
            var result = CrashTrial.Run(kind, number);
            Console.WriteLine(result.Line);
            foreach (var wrong in result.Wrong.Take(5)) Console.WriteLine($"  {wrong}");
            return result;
        })).ToList();
        AtomicFile.WriteText("validation/results/link-crashes.csv",
            string.Join('\n', [CrashResult.Header, .. results.Select(result => result.Line), ""]));
        return results.All(result => result.Wrong.Count == 0) ? 0 : 6;
    }
}
