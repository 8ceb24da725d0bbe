using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>The real program, as a child process.</summary>
internal static class Cli
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");

    /// <summary>Runs the program to its end.</summary>
    public static CliResult Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliResult(process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts the program; the caller waits for it or ends it.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}

/// <summary>What a run of the program left.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors);
