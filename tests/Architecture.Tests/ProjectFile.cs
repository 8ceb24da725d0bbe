using System.Xml.Linq;

namespace CrossbarSim.Architecture.Tests;

/// <summary>What a project file declares.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="References">Names of the projects it references.</param>
/// <param name="Packages">Names of the packages it references.</param>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public static IReadOnlyList<ProjectFile> Sources { get; } = In("src");

    public static IReadOnlyList<ProjectFile> All { get; } = In("");

    public override string ToString() => Name;

    private static IReadOnlyList<ProjectFile> In(string folder) =>
        [.. RepositoryFiles.Below(folder, ".csproj").Select(Read).OrderBy(project => project.Name, StringComparer.Ordinal)];

    private static ProjectFile Read(string path)
    {
        var xml = XDocument.Load(path);
        return new ProjectFile(
            path,
            [.. xml.Descendants("ProjectReference").Where(IsReference).Select(e => Included(e).Replace('\\', '/'))
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))],
            [.. xml.Descendants("PackageReference").Select(Included)]);
    }

    // A reference without its assembly only orders the build.
    private static bool IsReference(XElement element) =>
        !string.Equals((string?)element.Attribute("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase);

    private static string Included(XElement element) =>
        (string?)element.Attribute("Include") ?? (string?)element.Attribute("Update") ?? "";
}
