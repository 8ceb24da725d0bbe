using System.Globalization;
using System.Text.RegularExpressions;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Architecture.Tests;

/// <summary>Habits of the source text that no compiler checks.</summary>
public sealed partial class SourceTextTests
{
    private const int MostLines = 300;
    private const int MostTestLines = 600;
    private const int MostColumns = 130;

    private static readonly string[] TextEndings = [".cs", ".csproj", ".props", ".yaml", ".yml", ".json", ".md", ".txt"];

    /// <summary>Folders of Core from the ground up: each may use only those before it.</summary>
    private static readonly string[] CoreFolders =
    [
        "Units", "Problems", "Options", "Randomness", "Devices", "Periphery", "Networks", "Arrays", "Backends", "Programming",
        "Boards",
    ];

    [Fact]
    public void A_namespace_is_the_folder_of_its_file() =>
        AssertNone(RepositoryFiles.Below("src", ".cs").Where(file => Path.GetFileName(file) != "Program.cs").SelectMany(file =>
        {
            var folder = RepositoryFiles.Short(Path.GetDirectoryName(file)!)["src/".Length..];
            var expected = "CrossbarSim." + folder.Replace('/', '.');
            var found = Namespace().Match(File.ReadAllText(file)).Groups[1].Value;
            return found == expected ? [] : new[] { $"{RepositoryFiles.Short(file)}: '{found}' instead of {expected}" };
        }));

    [Fact]
    public void Folders_of_core_use_only_those_below_them() =>
        AssertNone(RepositoryFiles.Below("src/Core", ".cs").SelectMany(file =>
        {
            var folder = RepositoryFiles.Short(file).Split('/')[2];
            var place = Array.IndexOf(CoreFolders, folder);
            if (place < 0) return [$"{RepositoryFiles.Short(file)}: {folder} has no place in the order of folders"];
            return CoreUsing().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                .Where(used => Array.IndexOf(CoreFolders, used) > place)
                .Select(used => $"{RepositoryFiles.Short(file)} uses {used}");
        }));

    [Fact]
    public void Files_stay_short() =>
        AssertNone(Sources().Select(file => (File: RepositoryFiles.Short(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > (file.File.StartsWith("tests/", StringComparison.Ordinal) ? MostTestLines : MostLines))
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.File}: {file.Lines} lines")));

    [Fact]
    public void Lines_stay_short() => AssertNone(Lines(Sources(), line => line.Length > MostColumns));

    [Fact]
    public void Nothing_is_left_for_later() => AssertNone(Lines(Texts("src", "tests", "configs"), LeftForLater().IsMatch));

    [Fact]
    public void No_text_names_a_folder_of_one_machine() =>
        AssertNone(Lines(Texts("src", "configs", "docs", "tests", "benchmarks", "validation"), MachinePath().IsMatch));

    [Theory]
    [InlineData("/home" + "/me/data")]
    [InlineData("see \"/root" + "/x\"")]
    [InlineData("--data=/work" + "/shared")]
    [InlineData(@"C:" + @"\Users\me")]
    public void Folders_of_one_machine_are_recognised(string line) => Assert.Matches(MachinePath(), line);

    [Theory]
    [InlineData("../shared/data")]
    [InlineData("https://example.org/home/page")]
    [InlineData("src/work/in")]
    public void Other_paths_are_not_taken_for_folders_of_one_machine(string line) => Assert.DoesNotMatch(MachinePath(), line);

    private static IEnumerable<string> Sources() =>
        RepositoryFiles.Below("src", ".cs").Concat(RepositoryFiles.Below("tests", ".cs"));

    private static IEnumerable<string> Texts(params string[] folders) =>
        folders.SelectMany(folder => RepositoryFiles.Below(folder, TextEndings))
            .Append(Path.Combine(RepositoryPaths.Root, "README.md")).Where(File.Exists)
            .Where(file => !file.Contains("golden", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(IEnumerable<string> files, Func<string, bool> offends) =>
        files.SelectMany(file => File.ReadLines(file).Index().Where(line => offends(line.Item)).Select(line =>
            string.Create(CultureInfo.InvariantCulture, $"{RepositoryFiles.Short(file)}:{line.Index + 1}: {line.Item.Trim()}")));

    private static void AssertNone(IEnumerable<string> offences)
    {
        var list = offences.ToList();
        Assert.True(list.Count == 0, string.Join(Environment.NewLine, list));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using CrossbarSim\.Core\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex CoreUsing();

    // The brackets keep the words out of this file's own text.
    [GeneratedRegex(@"\b(TOD[O]|FIXM[E]|NotImplemented[E]xception)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"(?<![\w.])/(home|root|work)/\w|\bC:\\+Users", RegexOptions.IgnoreCase)]
    private static partial Regex MachinePath();
}
