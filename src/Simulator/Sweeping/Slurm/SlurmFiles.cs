using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>The folder <c>slurm</c> of a sweep: the job script, what was submitted, and a log of each shard.</summary>
internal static class SlurmFiles
{
    private const string Name = "slurm";
    private const int Tail = 5;

    /// <summary>The state.</summary>
    /// <param name="folder">The sweep.</param>
    public static string State(SweepFolder folder) => At(folder, "state.json");

    /// <summary>The job script.</summary>
    /// <param name="folder">The sweep.</param>
    public static string Script(SweepFolder folder) => At(folder, "job.sh");

    /// <summary>The log of a shard, over all its attempts.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="shard">The shard.</param>
    public static string Log(SweepFolder folder, int shard) =>
        At(folder, string.Create(CultureInfo.InvariantCulture, $"shard-{shard}.log"));

    /// <summary>The last lines of the log of a shard.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="shard">The shard.</param>
    public static IReadOnlyList<string> LogTail(SweepFolder folder, int shard) =>
        File.Exists(Log(folder, shard)) ? [.. File.ReadLines(Log(folder, shard)).TakeLast(Tail)] : [];

    /// <summary>Writes script and state.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="state">The state.</param>
    public static void Write(SweepFolder folder, SlurmState state)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Script(folder))!);
        AtomicFile.WriteText(Script(folder), ScriptText(folder, state));
        AtomicFile.WriteText(State(folder), PlanFile.Text(state));
    }

    private static string At(SweepFolder folder, string name) => Path.Combine(Path.GetFullPath(folder.Path), Name, name);

    private static string ScriptText(SweepFolder folder, SlurmState state)
    {
        var path = Path.GetFullPath(folder.Path);
        var log = At(folder, "shard-").Replace("%", "%%", StringComparison.Ordinal) + "%a.log";
        string[] sbatch = ["job-name=crossbarsim", $"output={log}", "open-mode=append", "requeue", .. state.Sbatch];
        var command = string.Join(' ', [.. Program(), "sweep", "shard", Quoted(path), .. state.Arguments.Select(Quoted)]);
        return "#!/bin/sh\n"
            + "# A task of this sweep: one shard. sweep --engine slurm submits it with --array; it can also be done by hand.\n"
            + string.Concat(sbatch.Select(option => $"#SBATCH {Directive(option)}\n"))
            + $"exec {command} --shard \"$SLURM_ARRAY_TASK_ID\" "
            + string.Create(CultureInfo.InvariantCulture, $"--of {state.Shards} \\\n")
            + "  --attempt \"$SLURM_JOB_ID-${SLURM_RESTART_COUNT:-0}\" "
            + "--threads \"${SLURM_CPUS_PER_TASK:-${SLURM_CPUS_ON_NODE:-1}}\"\n";
    }

    // The program itself, or the runtime with the program as its first argument.
    private static IEnumerable<string> Program()
    {
        var process = Environment.ProcessPath ?? throw new FileNotFoundException("the path of this program is not known");
        yield return Quoted(process);
        var library = Path.GetFullPath(Environment.GetCommandLineArgs()[0]);
        if (Path.GetFileNameWithoutExtension(process) == "dotnet") yield return Quoted(library);
    }

    private static string Directive(string option) => option.Split('=', 2) is [var key, var value]
        ? $"--{key}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : $"--{option}";

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
