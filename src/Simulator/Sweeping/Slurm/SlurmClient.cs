using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>The commands of Slurm.</summary>
internal static class SlurmClient
{
    /// <summary>Submits a job array.</summary>
    /// <param name="script">The job script.</param>
    /// <param name="tasks">Numbers of its tasks, rising.</param>
    /// <returns>Number of the job.</returns>
    /// <exception cref="ConfigurationException">There is no sbatch (CBS1120), or it refuses (CBS1122).</exception>
    public static string Submit(string script, IReadOnlyList<int> tasks)
    {
        var answer = Run("sbatch", "--parsable", $"--array={Ranges(tasks)}", script) ?? throw Missing();
        return answer.Code == 0 ? answer.Output.Trim().Split(';')[0] : throw Refusal(answer.Errors);
    }

    /// <summary>Refuses what could not be submitted, before anything is written.</summary>
    /// <param name="shards">Tasks of the array.</param>
    /// <param name="options">Options of sbatch: a key, or key and value.</param>
    /// <exception cref="ConfigurationException">There is no sbatch (CBS1120), or it refuses (CBS1122).</exception>
    public static void Check(int shards, IEnumerable<string> options)
    {
        var answer = Run("sbatch", ["--test-only", $"--array={Ranges([.. Enumerable.Range(0, shards)])}", "--output=/dev/null",
            "--wrap=true", .. options.Select(option => $"--{option}")]) ?? throw Missing();
        if (answer.Code != 0) throw Refusal(answer.Errors);
    }

    /// <summary>What the controller knows of job arrays.</summary>
    /// <param name="jobs">Their numbers.</param>
    /// <returns>Tasks by job and number; null: the controller does not answer.</returns>
    public static IReadOnlyDictionary<(string Job, int Task), SlurmTask>? Tasks(IEnumerable<string> jobs)
    {
        var asked = Run("squeue", "--noheader", "--array", "--states=all", $"--jobs={string.Join(',', jobs)}",
            "--format=%F|%K|%T|%N|%r");
        if (asked is not { } answer) return null;
        var known = new Dictionary<(string, int), SlurmTask>();
        if (answer.Code != 0) return answer.Errors.Contains("Invalid job id", StringComparison.Ordinal) ? known : null;
        foreach (var line in answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('|') is [var job, var task, var state, var node, var reason] && int.TryParse(task, out var number))
                known[(job, number)] = new SlurmTask(state, node, reason.Trim());
        return known;
    }

    private static ConfigurationException Missing() => new(new Problem("CBS1120", "engine",
        "there is no sbatch on the PATH: run this on a machine that submits jobs to Slurm, or with --engine local"));

    private static ConfigurationException Refusal(string errors)
    {
        var more = errors.Contains("job array", StringComparison.Ordinal)
            ? "; the site may allow fewer tasks (scontrol show config: MaxArraySize): give fewer --shards" : "";
        return new ConfigurationException(new Problem("CBS1122", "engine",
            $"sbatch refuses the job: {Printable.Short(errors.Trim().ReplaceLineEndings("; "), longest: 600)}{more}"));
    }

    // 0-3,7: a thousand numbers would be longer than sbatch reads.
    private static string Ranges(IReadOnlyList<int> tasks) => string.Join(',', tasks
        .Index().GroupBy(task => task.Item - task.Index, task => task.Item)
        .Select(group => (First: group.First(), Last: group.Last()))
        .Select(range => range.First == range.Last ? Text(range.First) : $"{Text(range.First)}-{Text(range.Last)}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (int Code, string Output, string Errors)? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
