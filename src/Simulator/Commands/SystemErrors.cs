using System.Text.RegularExpressions;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What the operating system refused, in one line.</summary>
internal static partial class SystemErrors
{
    // The numbers of Linux and macOS (errno), which the runtime passes on, and those of Windows.
    private static readonly int[] Full = [28, 69, 122, Windows(0x70), Windows(0x27)];
    private static readonly int[] ReadOnly = [30, Windows(0x13)];
    private static readonly int[] Denied = [Windows(0x05)];

    /// <summary>The line to print: the file where it is known, the code, and what is wrong.</summary>
    /// <param name="failure">A failure to read or to write.</param>
    public static string Line(Exception failure)
    {
        var (code, text) = Judge(failure);
        return Quoted().Match(failure.Message) is { Success: true } path && text is not null
            ? $"{path.Groups[1].Value}: error {code}: {text}"
            : $"error {code}: {text ?? failure.Message}";
    }

    private static (string Code, string? Text) Judge(Exception failure) => failure.HResult switch
    {
        var number when Full.Contains(number) => ("CBS0901", "no space is left on the disk"),
        var number when ReadOnly.Contains(number) => ("CBS0902", "the file system is read-only"),
        var number when Denied.Contains(number) => ("CBS0902", "access is denied"),
        _ => ("CBS0903", null),
    };

    private static int Windows(int error) => unchecked((int)0x80070000) | error;

    // How the runtime names a file in its messages.
    [GeneratedRegex("'(.+)'")]
    private static partial Regex Quoted();
}
