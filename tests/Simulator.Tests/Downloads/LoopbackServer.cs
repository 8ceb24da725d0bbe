using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossbarSim.Simulator.Tests.Downloads;

/// <summary>A web server on this machine that can misbehave; one connection per request.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Asked, Reply> _answer;
    private readonly Task _serving;

    /// <summary>Starts to serve.</summary>
    /// <param name="answer">The answer to a request; the requests of a file are counted from 0.</param>
    public LoopbackServer(Func<Asked, Reply> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Every request so far.</summary>
    public ConcurrentQueue<Asked> Requests { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/set/");

    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/set/");
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            using var owned = client;
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            if (await ReadAsync(reader) is not { } asked) return;
            Requests.Enqueue(asked);
            await SendAsync(client, stream, asked, _answer(asked));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<Asked?> ReadAsync(StreamReader reader)
    {
        var first = await reader.ReadLineAsync(_stop.Token);
        if (first is null) return null;
        var (from, condition) = ((long?)null, (string?)null);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } header)
        {
            const string range = "Range: bytes=";
            const string ifRange = "If-Range: ";
            if (header.StartsWith(range, StringComparison.OrdinalIgnoreCase))
                from = long.Parse(header[range.Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
            if (header.StartsWith(ifRange, StringComparison.OrdinalIgnoreCase)) condition = header[ifRange.Length..];
        }

        var file = first.Split(' ')[1].Split('/')[^1];
        return new Asked(file, Requests.Count(r => r.File == file), from, condition);
    }

    private async Task SendAsync(TcpClient client, NetworkStream stream, Asked asked, Reply reply)
    {
        var ranged = reply is { Status: 200, IgnoresRange: false } && asked.From is not null
            && (asked.Condition is null || asked.Condition == reply.Tag);
        var from = ranged ? (int)asked.From!.Value : 0;
        var status = !ranged ? reply.Status : from >= reply.Body.Length ? 416 : 206;
        var body = status is 200 or 206 ? reply.Body.AsMemory(from) : default;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Header(reply, status, from, body.Length)), _stop.Token);
        var sent = Math.Min(body.Length, reply.CutAfter ?? reply.SilentAfter ?? int.MaxValue);
        await stream.WriteAsync(body[..sent], _stop.Token);
        if (reply.SilentAfter is not null) await Task.Delay(Timeout.Infinite, _stop.Token);
        if (!reply.HidesLength || reply.CutAfter is null) client.Client.Shutdown(SocketShutdown.Send);
    }

    private static string Header(Reply reply, int status, int from, int length)
    {
        var all = reply.Body.Length;
        var lines = new List<string> { FormattableString.Invariant($"HTTP/1.1 {status} As-Asked"), "Connection: close" };
        if (!reply.HidesLength) lines.Add(FormattableString.Invariant($"Content-Length: {length}"));
        if (reply.Tag is not null) lines.Add($"ETag: {reply.Tag}");
        if (status == 206) lines.Add(FormattableString.Invariant($"Content-Range: bytes {from}-{all - 1}/{all}"));
        if (status == 416) lines.Add(FormattableString.Invariant($"Content-Range: bytes */{all}"));
        return string.Join("\r\n", [.. lines, "", ""]);
    }
}
