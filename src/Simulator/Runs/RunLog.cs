using CrossbarSim.Experiments.Results;
using Serilog;
using Serilog.Core;
using Serilog.Formatting.Compact;

namespace CrossbarSim.Simulator.Runs;

/// <summary>The log of a run: run.log, one JSON object a line.</summary>
internal static class RunLog
{
    /// <summary>Opens the log for appending.</summary>
    /// <param name="path">The file.</param>
    public static Logger Open(string path) => new LoggerConfiguration()
        .Enrich.WithProperty("Version", ProgramVersion.Text)
        .WriteTo.File(new CompactJsonFormatter(), path)
        .CreateLogger();
}
