using System.Diagnostics;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>Whatever a slip of the keyboard makes of a file, the answer is options or problems with places.</summary>
public sealed class MutationTests
{
    private const int Seed = 20260101;
    private const int PerFile = 250;
    private const string Letters = "abz019 \t\n\r:,-.[]{}&*!|>'\"%@`#?~=\\\0\u0085\u2028é忆\uD83D";

    public static TheoryData<string> Files => [.. Repository.ShippedFiles.Select(f => Path.GetRelativePath(Repository.Root, f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mutation_of_a_shipped_file_ends_in_options_or_located_problems(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file)).Replace("../devices/", "", StringComparison.Ordinal)
            .Replace("ear.yaml", "ear", StringComparison.Ordinal);
        var random = new Random(Seed + file.Length);
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;
        var kind = FileKinds.Of(Tree(new LoadSession(), text, folder)!);
        for (var i = 0; i < PerFile; i++) Check(Mutate(text, random), folder, kind);
    }

    private static void Check(string text, string folder, FileKind kind)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            Answer(text, folder, kind);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{e}\n--- seed {Seed}, text:\n{text}");
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), text);
    }

    private static void Answer(string text, string folder, FileKind kind)
    {
        var session = new LoadSession();
        var root = Tree(session, text, folder);
        if (kind == FileKind.Device) Hold(DeviceLoader.Finish(session, root));
        else if (kind == FileKind.Sweep) Hold(SweepLoader.Finish(session, root, []));
        else if (kind == FileKind.Board) Hold(session.Bind<BoardOptions>(root));
        else Hold(ExperimentLoader.Finish(session, root, []));
    }

    private static LocatedNode? Tree(LoadSession session, string text, string folder) =>
        session.Parse(session.Files.FromText("text", folder, text));

    private static void Hold<T>(LoadResult<T> result)
        where T : class
    {
        Assert.True(result.Value is not null || result.Problems.Count > 0);
        Assert.All(result.Problems, p => Assert.Matches(@"^[^\n]+: (error|warning) CBS\d{4}: ", p.Render()));
        Assert.All(result.Problems, p => Assert.InRange(p.At.Column, 1, p.At.Source.Line(p.At.Line).Length + 1));
        if (result.Value is { } value) Assert.NotEmpty(OptionWriter.Write(value));
    }

    private static string Mutate(string text, Random random)
    {
        var changed = text;
        for (var times = random.Next(1, 4); times > 0 && changed.Length > 1; times--) changed = Once(changed, random);
        return changed;
    }

    private static string Once(string text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text[..at] + Letters[random.Next(Letters.Length)] + text[(at + 1)..],
            3 => text[..at],
            _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
        };
    }
}
