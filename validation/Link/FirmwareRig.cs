using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.Validation.Link;

/// <summary>The reference firmware: its ATmega328P image in simavr, or its build for this machine.</summary>
internal sealed class FirmwareRig : ILinkRig
{
    private readonly Process _process;

    private FirmwareRig(string name, Process process, string port) => (Name, _process, Port) = (name, process, port);

    public string Name { get; }

    public string Port { get; }

    /// <summary>Starts it.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="inSimavr">Which.</param>
    /// <exception cref="InvalidOperationException">The firmware was not built.</exception>
    public static FirmwareRig Start(string root, bool inSimavr)
    {
        var folder = Path.Combine(root, "firmware", "build");
        var program = Path.Combine(folder, inSimavr ? "link-simavr" : "link-host");
        var image = Path.Combine(folder, "link-sim-linear.elf");
        if (!File.Exists(program) || (inSimavr && !File.Exists(image)))
            throw new InvalidOperationException("the firmware is not built: make -C firmware host avr simavr");
        var port = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tty");
        string[] options = inSimavr ? [image] : ["--rows", "32", "--columns", "20", "--no-wait"];
        var process = Process.Start(new ProcessStartInfo(program, ["--pty-link", port, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var rig = new FirmwareRig(inSimavr ? "ATmega328P in simavr" : "firmware on this machine", process, port);
        rig.Await("ready");
        return rig;
    }

    public BoardTotals Fired()
    {
        _process.StandardInput.WriteLine("totals");
        _process.StandardInput.Flush();
        var words = Await("totals").Split(' ', '=');
        return new BoardTotals(
            long.Parse(words[2], CultureInfo.InvariantCulture), long.Parse(words[4], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(Port);
    }

    private string Await(string word)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
            if (line.StartsWith(word, StringComparison.Ordinal)) return line;
        throw new InvalidDataException($"the firmware ended without saying {word}");
    }
}
