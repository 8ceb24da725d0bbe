using System.Globalization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Names for what is made of files and folders that may have the same.</summary>
internal static class FileStems
{
    private static readonly string[] Endings = [".png", ".svg"];

    /// <summary>Names for pictures of files: those of the files without extension, and never the file itself.</summary>
    /// <param name="files">The files.</param>
    /// <param name="folder">Where the pictures go.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> files, string folder)
    {
        var kept = files.Select(Path.GetFullPath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Distinct(
            files.Select(file => Path.GetFileNameWithoutExtension(file)),
            stem => Endings.Any(ending => kept.Contains(Path.GetFullPath(Path.Combine(folder, stem + ending)))));
    }

    /// <summary>The same names, numbered where they would meet.</summary>
    /// <param name="names">The names.</param>
    /// <param name="isKept">Whether something else has a name already; null: nothing has.</param>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names, Predicate<string>? isKept = null)
    {
        // Some file systems take letters of either case for the same.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(Free)];

        string Free(string stem)
        {
            var name = stem;
            for (var number = 2; isKept?.Invoke(name) == true || !taken.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            return name;
        }
    }
}
