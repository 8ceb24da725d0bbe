using System.Diagnostics;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Sweeping;

/// <summary>A real Slurm of four nodes on this machine, for the tests of a class; see tests/slurm/cluster.sh.</summary>
public sealed class SlurmCluster : IDisposable
{
    private static readonly string Script = Path.Combine(RepositoryPaths.Root, "tests", "slurm", "cluster.sh");

    private readonly string? _why;
    private readonly string _folder = "";

    public SlurmCluster()
    {
        if (!OperatingSystem.IsLinux())
        {
            _why = "Slurm runs on Linux only";
            return;
        }

        var (code, output, errors) = Run("bash", null, Script, "start");
        if (code == 0) _folder = output.Trim();
        else _why = errors.Trim();
    }

    /// <summary>What a process needs to find this Slurm.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["SLURM_CONF"] = Path.Combine(_folder, "slurm.conf"),
    };

    /// <summary>Skips the test where there is no Slurm.</summary>
    public void Require() => Assert.SkipWhen(_why is not null, _why ?? "");

    /// <summary>Does something to a node.</summary>
    /// <param name="what">kill, lose or revive.</param>
    /// <param name="node">Its number.</param>
    public void Node(string what, string node) => Assert.Equal(0, Run("bash", null, Script, what, _folder, node).Code);

    /// <summary>Runs a command of Slurm.</summary>
    public string Slurm(string program, params string[] arguments) => Run(program, Environment, arguments).Output.Trim();

    /// <summary>Starts any program that finds this Slurm; the caller waits for it.</summary>
    public Process Start(string program, params string[] arguments) => Start(program, Environment, arguments);

    public void Dispose()
    {
        if (_why is null) Run("bash", null, Script, "stop", _folder);
    }

    private static (int Code, string Output, string Errors) Run(
        string program, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Start(program, environment, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
    private static Process Start(string program, IReadOnlyDictionary<string, string>? environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
