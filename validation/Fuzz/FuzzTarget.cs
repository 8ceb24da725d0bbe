namespace CrossbarSim.Validation.Fuzz;

/// <summary>A reader that must survive any file.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Extension">Extension of the damaged file.</param>
/// <param name="Samples">Valid files to start from.</param>
/// <param name="Read">Reads a file; throws what the user would be told.</param>
/// <param name="IsAnswer">Whether an exception is a located answer to the user.</param>
internal sealed record FuzzTarget(
    string Name, string Extension, IReadOnlyList<byte[]> Samples, Action<string> Read, Func<Exception, bool> IsAnswer);
