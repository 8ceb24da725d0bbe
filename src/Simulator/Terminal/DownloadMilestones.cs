using System.Globalization;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>A line at every quarter of a file.</summary>
/// <param name="lines">Where to.</param>
internal sealed class DownloadMilestones(TextWriter lines) : IDownloadReport
{
    private (string File, long Quarter) _last = ("", 0);

    /// <inheritdoc/>
    public void Progress(string file, long done, long? total)
    {
        var quarter = total is { } all and > 0 ? 4 * done / all : 0;
        if ((file, quarter) == _last) return;
        _last = (file, quarter);
        lines.WriteLine($"{file}: {Size(done)}{(total is { } size ? $" of {Size(size)}" : "")}");
    }

    /// <inheritdoc/>
    public void Note(string text) => lines.WriteLine(text);

    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB");
}
