using System.Diagnostics;
using System.Globalization;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests.Firmware;

/// <summary>The reference firmware behind a pseudo-terminal: as a program of this machine, or in simavr.</summary>
internal sealed class FirmwareRig : IDisposable
{
    private readonly Process _process;

    private FirmwareRig(Process process, string port) => (_process, Port) = (process, port);

    /// <summary>The port to open.</summary>
    public string Port { get; }

    /// <summary>Where firmware/Makefile put its programs.</summary>
    private static string Folder => Environment.GetEnvironmentVariable("CROSSBARSIM_FIRMWARE")
        ?? Path.Combine(RepositoryPaths.Root, "firmware", "build");

    /// <summary>Starts the firmware, or skips the test where it was not built.</summary>
    /// <param name="inSimavr">Whether the ATmega328P's image runs in simavr.</param>
    public static FirmwareRig Start(bool inSimavr)
    {
        var program = Path.Combine(Folder, inSimavr ? "link-simavr" : "link-host");
        var image = Path.Combine(Folder, "link-sim-linear.elf");
        Assert.SkipUnless(File.Exists(program) && (!inSimavr || File.Exists(image)),
            "the firmware is not built: make -C firmware host simavr avr");
        var port = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tty");
        string[] options = inSimavr ? [image] : ["--rows", "32", "--columns", "20", "--no-wait"];
        var process = Process.Start(new ProcessStartInfo(program, ["--pty-link", port, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var rig = new FirmwareRig(process, port);
        rig.Await("ready");
        return rig;
    }

    /// <summary>Pulses that the rig itself has seen, whatever the firmware counts.</summary>
    public (long Up, long Down) Totals()
    {
        _process.StandardInput.WriteLine("totals");
        _process.StandardInput.Flush();
        var words = Await("totals").Split(' ', '=');
        return (long.Parse(words[2], CultureInfo.InvariantCulture), long.Parse(words[4], CultureInfo.InvariantCulture));
    }

    /// <summary>Presses the reset button.</summary>
    public void Reset()
    {
        _process.StandardInput.WriteLine("reset");
        _process.StandardInput.Flush();
    }

    // Simavr says other things as well.
    private string Await(string word)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
            if (line.StartsWith(word, StringComparison.Ordinal)) return line;
        throw new InvalidDataException($"the firmware ended without saying {word}");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(Port);
    }
}
