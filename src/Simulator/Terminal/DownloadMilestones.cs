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
        lines.WriteLine($"{file}: {Megabytes(done)}{(total is { } size ? $" of {Megabytes(size)}" : "")} MB");
    }

    /// <inheritdoc/>
    public void Note(string text) => lines.WriteLine(text);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("F2", CultureInfo.InvariantCulture);
}
