using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Shells;

/// <summary>Shells of this machine, and how to run them.</summary>
internal static class ShellTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Finds a program on PATH, and skips the calling test where there is none.</summary>
    /// <param name="name">Its name.</param>
    public static string Require(string name)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var found = path.Split(Path.PathSeparator).Where(f => f.Length > 0)
            .SelectMany(f => new[] { Path.Combine(f, name), Path.Combine(f, name + ".exe") })
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"there is no {name} on PATH; .ci/run installs it");
        return found;
    }

    /// <summary>Runs a shell to its end.</summary>
    /// <param name="folder">Where it starts; the first folder of its PATH, too.</param>
    /// <param name="typed">What is typed; empty: nothing.</param>
    /// <param name="program">The shell.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it printed on stdout and stderr.</returns>
    public static string Run(string folder, string typed, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folder + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["HOME"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TERM"] = "dumb";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        if (process.WaitForExit(Patience)) return output.Result + errors.Result;
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{program} did not end: {output.Result}{errors.Result}");
    }
}
