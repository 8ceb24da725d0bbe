namespace CrossbarSim.HardwareBridge;

/// <summary>A board is absent, was lost, or does not do as it should.</summary>
/// <param name="code">Stable code, <c>CBS</c> and four digits, listed in docs/errors.md.</param>
/// <param name="message">What happened: port, command, bytes and time where there are any.</param>
/// <param name="cause">The underlying failure, if any.</param>
public class BoardException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable code of the problem.</summary>
    public string Code { get; } = code;
}
