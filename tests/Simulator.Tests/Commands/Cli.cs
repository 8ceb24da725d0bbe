using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>The real program, as a child process.</summary>
internal static class Cli
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");

    /// <summary>Runs the program to its end.</summary>
    public static CliResult Run(params string[] arguments) => Finish(Start(arguments));

    /// <summary>Runs the program to its end in another environment.</summary>
    /// <param name="environment">Variables that are set.</param>
    /// <param name="arguments">The arguments.</param>
    public static CliResult RunIn(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Finish(StartIn(environment, arguments));

    /// <summary>Starts the program in another environment; the caller waits for it or ends it.</summary>
    /// <param name="environment">Variables that are set.</param>
    /// <param name="arguments">The arguments.</param>
    public static Process StartIn(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Captured("dotnet", [Program, .. arguments]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs the program to its end with its streams led elsewhere by sh.</summary>
    /// <param name="redirection">Such as <c>&gt;/dev/full</c>.</param>
    /// <param name="arguments">The arguments.</param>
    public static CliResult RunInto(string redirection, params string[] arguments) => Finish(Process.Start(
        Captured("/bin/sh", ["-c", $"dotnet \"$@\" {redirection}", "sh", Program, .. arguments]))!);

    /// <summary>Program and arguments, for another program to start.</summary>
    public static string[] Command(params string[] arguments) => ["dotnet", Program, .. arguments];

    /// <summary>Starts the program; the caller waits for it or ends it.</summary>
    public static Process Start(params string[] arguments) => Process.Start(Captured("dotnet", [Program, .. arguments]))!;

    private static ProcessStartInfo Captured(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static CliResult Finish(Process process)
    {
        using var owned = process;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliResult(process.ExitCode, output, errors.Result);
    }
}

/// <summary>What a run of the program left.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Errors);
