using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Validation.Fit;

/// <summary>How long <c>fit</c> takes over two million rows: 100 devices, 100 cycles, 100 pulses up and 100 down.</summary>
internal static class FitTime
{
    private const int Devices = 100;
    private const int Cycles = 100;
    private const double MostSeconds = 30;

    // Of the window: what a device differs by, and what a read does.
    private const double Spread = 0.05;
    private const double ReadNoise = 0.01;

    private static readonly ExponentialDeviceOptions Nominal = new()
    {
        Gmin = 10e-6,
        Gmax = 50e-6,
        Potentiation = new ExponentialBranchOptions { A = -0.5 },
        Depression = new ExponentialBranchOptions { A = 0.3 },
    };

    /// <summary>Writes the file to a temporary folder and fits it as the verb does, its progress on stderr.</summary>
    /// <returns>0 when it took less than 30 s of wall time, else 6.</returns>
    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("crossbarsim-fit-");
        try
        {
            var file = Path.Combine(folder.FullName, "measured.csv");
            var rows = Write(file);
            var (wall, cpu) = Timed(file, Path.Combine(folder.FullName, "device.yaml"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows} rows, {new FileInfo(file).Length / 1e6:F0} MB: {wall:F1} s, {cpu:F1} CPU-seconds; at most {MostSeconds} s"));
            return wall < MostSeconds ? 0 : 6;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Wall, double Cpu) Timed(string file, string device)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var code = CommandLine.Run(["fit", file, "--out", device]);
        process.Refresh();
        if (code != ExitCodes.Ok) throw new InvalidOperationException($"fit ended with {code}");
        return (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static int Write(string file)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("device,cycle,direction,pulse,conductance_uS");
        var rows = 0;
        for (var device = 0; device < Devices; device++)
            for (var cycle = 0; cycle < Cycles; cycle++)
                foreach (var line in Lines(device, cycle))
                {
                    writer.WriteLine(line);
                    rows++;
                }

        return rows;
    }

    private static IEnumerable<string> Lines(int device, int cycle)
    {
        var numbers = new RandomNumbers(1, StreamKind.CycleNoise);
        var high = Nominal.Gmax * (1 + Spread * numbers.Normal((uint)device, step: uint.MaxValue));
        var (window, law) = (new ConductanceWindow(Nominal.Gmin, high), Nominal.CreateLaw());
        foreach (var (branch, down) in new[] { (law.Potentiation, false), (law.Depression, true) })
            for (var n = 0; n <= branch.Pulses; n++)
            {
                var noise = ReadNoise * (high - Nominal.Gmin) * numbers.Normal((uint)device, (uint)cycle, Draw(n, down));
                var siemens = window.Conductance(branch.Fraction(down ? branch.Pulses - n : n)) + noise;
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{device},{cycle},{(down ? "down" : "up")},{n},{siemens * 1e6:F6}");
            }
    }

    private static uint Draw(int pulse, bool down) => (uint)(2 * pulse + (down ? 1 : 0));
}
