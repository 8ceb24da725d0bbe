namespace CrossbarSim.Simulator.Configuration;

/// <summary>A value that was read, or why it could not be.</summary>
/// <param name="Value">The value, where there is no problem.</param>
/// <param name="Code">Code of the problem, or null.</param>
/// <param name="Message">What was received and what is allowed.</param>
internal readonly record struct Reading(object? Value, string? Code = null, string Message = "")
{
    /// <summary>A value that could not be read.</summary>
    /// <param name="code">Code of the problem.</param>
    /// <param name="message">What was received and what is allowed.</param>
    public static Reading Refused(string code, string message) => new(null, code, message);
}
