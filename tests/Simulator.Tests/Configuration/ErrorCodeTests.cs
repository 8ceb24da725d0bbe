using System.Text.RegularExpressions;

namespace CrossbarSim.Simulator.Tests.Configuration;

public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_in_the_source_is_in_the_table_and_every_code_of_the_table_is_in_the_source()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories);
        var used = sources.SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var table = File.ReadLines(Path.Combine(Repository.Root, "docs", "errors.md"));
        var listed = table.Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToArray();

        Assert.Equal(used.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(CBS[0-9]{4})\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\| `?(CBS[0-9]{4})`? \|")]
    private static partial Regex Row();
}
