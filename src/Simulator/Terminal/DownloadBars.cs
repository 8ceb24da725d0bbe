using CrossbarSim.Simulator.Downloads;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>A live bar per file.</summary>
/// <param name="context">The bars.</param>
/// <param name="console">Where notes go, above the bars.</param>
internal sealed class DownloadBars(ProgressContext context, IAnsiConsole console) : IDownloadReport
{
    private readonly Dictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Progress(string file, long done, long? total)
    {
        if (!_bars.TryGetValue(file, out var bar))
            _bars[file] = bar = context.AddTask(Markup.Escape(file));
        bar.IsIndeterminate = total is null;
        bar.MaxValue = total ?? done;
        bar.Value = done;
    }

    /// <inheritdoc/>
    public void Note(string text) => console.WriteLine(text);
}
