using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>Shows nothing of a download.</summary>
internal sealed class QuietDownload : IDownloadReport
{
    /// <inheritdoc/>
    public void Progress(string file, long done, long? total)
    {
    }

    /// <inheritdoc/>
    public void Note(string text)
    {
    }
}
