namespace CrossbarSim.Simulator.Downloads;

/// <summary>A data set could not be brought here; the message says what to do instead.</summary>
/// <param name="code">Stable code, <c>CBS</c> and four digits, listed in docs/errors.md.</param>
/// <param name="message">What happened, and what the user can do; may have several lines.</param>
internal sealed class DownloadException(string code, string message) : Exception(message)
{
    /// <summary>Stable code of the problem.</summary>
    public string Code { get; } = code;
}
