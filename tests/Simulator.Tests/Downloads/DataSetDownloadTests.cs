using System.IO.Compression;
using CrossbarSim.Simulator.Downloads;
using CrossbarSim.Simulator.Tests.Configuration;

namespace CrossbarSim.Simulator.Tests.Downloads;

public sealed class DataSetDownloadTests : IDisposable, IDownloadReport
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<string> _notes = [];
    private Action<string, long, long?> _progress = (_, _, _) => { };

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    void IDownloadReport.Progress(string file, long done, long? total) => _progress(file, done, total);

    void IDownloadReport.Note(string text) => _notes.Add(text);

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_whole_set_is_decompressed_checked_and_put_in_place_without_leftovers()
    {
        using var server = new LoopbackServer(Good);
        var last = new Dictionary<string, (long, long?)>();
        _progress = (file, done, total) => last[file] = (done, total);

        Assert.Equal(Path.Combine(_folder.Path, "small"), await Run(SmallSet.From(server.Address)));

        AssertInPlace();
        var packed = SmallSet.Packed(SmallSet.Images + ".gz").Length;
        Assert.Equal((packed, packed), last[SmallSet.Images + ".gz"]);
        Assert.Empty(_notes);
    }

    [Fact]
    public async Task A_cut_connection_is_continued_where_it_was_cut()
    {
        using var server = new LoopbackServer(asked => Good(asked) with { CutAfter = asked.Nth < 3 ? 40_000 : null });

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
        Assert.Equal(
            [null, 40_000, 80_000, 120_000],
            server.Requests.Where(r => r.File == SmallSet.Images + ".gz").Select(r => r.From));
    }

    [Fact]
    public async Task Progress_resets_the_patience()
    {
        using var server = new LoopbackServer(asked => Good(asked) with { CutAfter = 20_000 });

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
        Assert.True(server.Requests.Count > 6);
    }

    [Fact]
    public async Task A_later_process_goes_on_from_a_part_with_its_tag()
    {
        using var server = new LoopbackServer(asked => asked is { File: SmallSet.Images + ".gz", Nth: > 0 and < 4 }
            ? new Reply { Status = 500 }
            : Good(asked) with { Tag = "\"v1\"", CutAfter = asked.Nth == 0 ? 50_000 : null });
        await Assert.ThrowsAsync<DownloadException>(() => Run(SmallSet.From(server.Address)));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "small")));

        await Run(SmallSet.From(LoopbackServer.Nobody(), server.Address));

        AssertInPlace();
        var last = server.Requests.Last(r => r.File == SmallSet.Images + ".gz");
        Assert.Equal((50_000, "\"v1\""), (last.From, last.Condition));
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_comes_whole()
    {
        using var server = new LoopbackServer(asked => asked.Nth == 0
            ? new Reply { Body = SmallSet.Gzip(new byte[400_000]), Tag = "\"old\"", CutAfter = 100 }
            : Good(asked) with { Tag = "\"new\"" });

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
    }

    [Fact]
    public async Task A_part_that_does_not_fit_together_is_dropped_and_fetched_again()
    {
        // No tag tells that the file is another one: only the content does.
        using var server = new LoopbackServer(asked => asked.Nth == 0
            ? new Reply { Body = SmallSet.Packed(asked.File, CompressionLevel.NoCompression), CutAfter = 900 }
            : Good(asked));

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
        Assert.Equal([null, 900, null], server.Requests.Where(r => r.File == SmallSet.Images + ".gz").Select(r => r.From));
    }

    [Fact]
    public async Task A_server_without_ranges_sends_it_all_again()
    {
        using var server = new LoopbackServer(asked =>
            Good(asked) with { IgnoresRange = true, CutAfter = asked.Nth == 0 ? 500 : null });

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
    }

    [Fact]
    public async Task A_part_that_was_already_whole_is_not_fetched_again()
    {
        using var server = new LoopbackServer(Good);
        var part = new PartFile(_folder.Write($".small.download/{SmallSet.Images}.gz.part", ""));
        var packed = SmallSet.Packed(SmallSet.Images + ".gz");
        await using (var file = part.Begin(new Uri(server.Address, SmallSet.Images + ".gz"), null))
            await file.WriteAsync(packed, Test);

        await Run(SmallSet.From(server.Address));

        AssertInPlace();
        Assert.Equal([packed.Length], server.Requests.Where(r => r.File == SmallSet.Images + ".gz").Select(r => r.From));
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(403, 1)]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    public async Task The_next_mirror_has_its_turn(int status, int tries)
    {
        using var bad = new LoopbackServer(_ => new Reply { Status = status });
        using var good = new LoopbackServer(Good);

        await Run(SmallSet.From(bad.Address, good.Address));

        AssertInPlace();
        Assert.Equal(2 * tries, bad.Requests.Count);
        Assert.Contains(_notes, note => note.EndsWith("trying the next mirror", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_of_one_mirror_is_not_continued_with_bytes_of_another()
    {
        using var bad = new LoopbackServer(asked => asked.Nth == 0
            ? Good(asked) with { CutAfter = 700 }
            : new Reply { Status = 404 });
        using var good = new LoopbackServer(asked =>
            new Reply { Body = SmallSet.Packed(asked.File, CompressionLevel.SmallestSize) });

        await Run(SmallSet.From(bad.Address, good.Address));

        AssertInPlace();
        Assert.All(good.Requests, r => Assert.Null(r.From));
    }

    [Fact]
    public async Task Silence_is_not_waited_for_forever()
    {
        using var bad = new LoopbackServer(asked => Good(asked) with { SilentAfter = asked.Nth == 0 ? 600 : 0 });
        using var good = new LoopbackServer(Good);

        await Run(SmallSet.From(bad.Address, good.Address), TimeSpan.FromMilliseconds(100));

        AssertInPlace();
        Assert.Contains(_notes, note => note.Contains("no answer for 0.1 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flipped", "SHA-256")]
    [InlineData("short", "bytes, 300000 expected")]
    [InlineData("long", "more than the 300000 bytes expected")]
    [InlineData("page", "not a gzip file")]
    [InlineData("cut", "bytes, 300000 expected")]
    public async Task Wrong_content_is_refused_and_nothing_is_put_in_place(string kind, string told)
    {
        using var server = new LoopbackServer(asked => asked.File.Contains("images", StringComparison.Ordinal)
            ? Wrong(kind)
            : Good(asked));

        var failure = await Assert.ThrowsAsync<DownloadException>(() => Run(SmallSet.From(server.Address)));

        Assert.Equal("CBS0702", failure.Code);
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Where_nobody_answers_the_message_says_what_to_place_where()
    {
        var (one, other) = (LoopbackServer.Nobody(), LoopbackServer.Nobody());

        var failure = await Assert.ThrowsAsync<DownloadException>(() => Run(SmallSet.From(one, other)));

        Assert.Equal("CBS0701", failure.Code);
        foreach (var text in (string[])
            [$"{one}{SmallSet.Images}.gz", $"{other}{SmallSet.Labels}.gz", Path.Combine(_folder.Path, "small"), "SHA-256 "])
            Assert.Contains(text, failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Only_what_is_missing_or_damaged_is_fetched()
    {
        using var server = new LoopbackServer(Good);
        await Run(SmallSet.From(server.Address));
        File.AppendAllText(Path.Combine(_folder.Path, "small", SmallSet.Labels), "x");
        File.WriteAllText(Path.Combine(_folder.Path, "small", "mine.txt"), "kept");

        await Run(SmallSet.From(server.Address));

        AssertInPlace("mine.txt");
        Assert.Equal(
            [1, 2],
            new[] { SmallSet.Images, SmallSet.Labels }.Select(f => server.Requests.Count(r => r.File == f + ".gz")));
    }

    [Fact]
    public async Task A_stop_keeps_what_has_come_and_the_next_call_goes_on()
    {
        using var server = new LoopbackServer(asked => Good(asked) with { SilentAfter = asked.Nth == 0 ? 30_000 : null });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Test);
        _progress = (_, done, _) =>
        {
            if (done == 30_000) stop.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(SmallSet.From(server.Address), stop: stop.Token));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "small")));
        _progress = (_, _, _) => { };
        await Run(SmallSet.From(server.Address), TimeSpan.FromMilliseconds(300));

        AssertInPlace();
        Assert.Equal(30_000, server.Requests.ElementAt(1).From);
    }

    [Fact]
    public async Task Two_processes_do_not_write_to_one_file()
    {
        using var server = new LoopbackServer(Good);
        _folder.Write(".small.download/lock", "");
        using var other = new FileStream(
            Path.Combine(_folder.Path, ".small.download", "lock"), FileMode.Open, FileAccess.Write, FileShare.None);

        var problem = await Assert.ThrowsAsync<DownloadException>(() => Run(SmallSet.From(server.Address)));
        Assert.Equal("CBS0705", problem.Code);
        Assert.Empty(server.Requests);
    }

    private static Reply Good(Asked asked) => new() { Body = SmallSet.Packed(asked.File) };

    private static Reply Wrong(string kind)
    {
        var content = (byte[])SmallSet.Plain(SmallSet.Images).Clone();
        content[777]++;
        return kind switch
        {
            "flipped" => new Reply { Body = SmallSet.Gzip(content) },
            "short" => new Reply { Body = SmallSet.Gzip(content[..^1]) },
            "long" => new Reply { Body = SmallSet.Gzip([.. content, 0]) },
            "page" => new Reply { Body = "<html>Please log in</html>"u8.ToArray() },
            _ => new Reply { Body = SmallSet.Gzip(content), HidesLength = true, CutAfter = 5_000 },
        };
    }

    private Task<string> Run(DataSource source, TimeSpan? silence = null, CancellationToken? stop = null)
    {
        var policy = new DownloadPolicy { Tries = 3, Pause = TimeSpan.Zero };
        var fetch = new HttpFetch(_client, silence ?? TimeSpan.FromSeconds(20));
        return new DataSetDownload(new MirrorDownload(fetch, policy, this)).RunAsync(source, _folder.Path, stop ?? Test);
    }

    private void AssertInPlace(params string[] others)
    {
        Assert.Equal(["small"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        var folder = Path.Combine(_folder.Path, "small");
        Assert.Equal(
            [.. others, SmallSet.Images, SmallSet.Labels],
            Directory.GetFileSystemEntries(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        foreach (var name in (string[])[SmallSet.Images, SmallSet.Labels])
            Assert.Equal(SmallSet.Plain(name), File.ReadAllBytes(Path.Combine(folder, name)));
    }
}
