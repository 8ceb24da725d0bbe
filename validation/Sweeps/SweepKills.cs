using System.Diagnostics;
using System.Globalization;

namespace CrossbarSim.Validation.Sweeps;

/// <summary>Kills the real program in the middle of a sweep, at random moments, and compares what resuming it gives.</summary>
internal static class SweepKills
{
    private const int Seed = 1;
    private const int MostMilliseconds = 9000;

    private static readonly string[] Tables = ["results.csv", "epochs.csv"];
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");

    /// <summary>Runs the trials.</summary>
    /// <param name="trials">Sweeps that are killed, each once or several times.</param>
    /// <returns>0 when every one ended in the bytes of a sweep that was never killed, else 6.</returns>
    public static int Run(int trials)
    {
        var folder = Directory.CreateTempSubdirectory("crossbarsim-kills-").FullName;
        try
        {
            var sweep = SweepTrialFiles.Write(folder, seeds: 10,
                "dataset: { name: digits, train_samples: 2000, test_samples: 500 }");
            var whole = Path.Combine(folder, "whole");
            if (Finish("sweep", sweep, "-q", "--out", whole) != 0) return 1;
            var random = new Random(Seed);
            var (kills, wrong) = (0, 0);
            for (var trial = 0; trial < trials; trial++)
            {
                var killed = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"killed-{trial}"));
                kills += Kill(random, "sweep", sweep, "-q", "--out", killed);
                if (!File.Exists(Path.Combine(killed, "plan.json"))) continue;
                while (random.Next(2) == 0) kills += Kill(random, "sweep", "--resume", killed, "-q");
                var ended = Finish("sweep", "--resume", killed, "-q", "--threads", trial % 2 == 0 ? "1" : "2");
                if (ended != 0 || !Same(whole, killed)) wrong++;
                Directory.Delete(killed, recursive: true);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{trials} sweeps, {kills} kills that met a running program: {wrong} ended in other bytes"));
            return wrong == 0 ? 0 : 6;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Kill(Random random, params string[] arguments)
    {
        using var process = Start(arguments);
        if (process.WaitForExit(random.Next(MostMilliseconds))) return 0;
        process.Kill();
        process.WaitForExit();
        return 1;
    }

    private static int Finish(params string[] arguments)
    {
        using var process = Start(arguments);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static Process Start(string[] arguments) => Process.Start("dotnet", [Program, .. arguments]);

    private static bool Same(string whole, string killed) => Tables.All(table =>
        File.ReadAllBytes(Path.Combine(whole, table)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(killed, table))));
}
