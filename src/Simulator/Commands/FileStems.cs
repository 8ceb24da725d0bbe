using System.Globalization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Names for what is made from files of several folders and kinds.</summary>
internal static class FileStems
{
    /// <summary>The file names without extension, numbered where they would meet.</summary>
    /// <param name="files">The files.</param>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> files)
    {
        // Some file systems take letters of either case for the same.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file => Free(taken, Path.GetFileNameWithoutExtension(file)))];
    }

    private static string Free(HashSet<string> taken, string stem)
    {
        var name = stem;
        for (var number = 2; !taken.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return name;
    }
}
