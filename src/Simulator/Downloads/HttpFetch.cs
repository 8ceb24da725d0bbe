using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>Asks one address once for the bytes of a file that are not there yet.</summary>
/// <param name="client">The client; its own timeout is not used.</param>
/// <param name="silence">Longest silence of the server that is waited for.</param>
internal sealed class HttpFetch(HttpClient client, TimeSpan silence)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Fetches what is missing: the rest where the server can continue, else all.</summary>
    /// <param name="address">Where from.</param>
    /// <param name="part">What is there already, and where the bytes go.</param>
    /// <param name="progress">Told bytes on the disk, and bytes there will be.</param>
    /// <param name="stop">Asks to stop; what has come stays.</param>
    /// <exception cref="HttpRequestException">The server cannot be reached, or refuses.</exception>
    /// <exception cref="IOException">The connection was cut, or the disk refuses.</exception>
    /// <exception cref="TimeoutException">The server fell silent.</exception>
    public async Task RunAsync(Uri address, PartFile part, Action<long, long?> progress, CancellationToken stop)
    {
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await FetchAsync(address, part, progress, alarm);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"no answer for {silence.TotalSeconds:G3} s"));
        }
    }

    /// <summary>Whether a failure is one of the network, not of the disk or the program.</summary>
    public static bool IsOfNetwork(Exception failure) =>
        failure is HttpRequestException or HttpIOException or TimeoutException
            or IOException { InnerException: SocketException };

    /// <summary>Whether a failure of the network may be gone in a while.</summary>
    public static bool MayPass(Exception failure) => failure switch
    {
        HttpRequestException { StatusCode: { } status } =>
            status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
                or HttpStatusCode.RequestedRangeNotSatisfiable || (int)status >= 500,
        HttpRequestException refused =>
            refused.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError),
        _ => true,
    };

    private async Task FetchAsync(Uri address, PartFile part, Action<long, long?> progress, CancellationTokenSource alarm)
    {
        var start = part.LengthFrom(address);
        using var response = await AskAsync(address, start, part.Origin.Tag, alarm);
        var range = response.Content.Headers.ContentRange;
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // Nothing follows: all of it is there, or what is there is not of this file.
            if (range?.Length == start) return;
            part.Discard();
        }

        response.EnsureSuccessStatusCode();
        var continues = response.StatusCode == HttpStatusCode.PartialContent && range?.From == start;
        if (response.StatusCode == HttpStatusCode.PartialContent && !continues)
        {
            part.Discard();
            throw new HttpRequestException("the server continued at another byte than asked");
        }

        await using var file = continues ? part.Continue() : part.Begin(address, StrongTag(response));
        var total = continues ? range?.Length : response.Content.Headers.ContentLength;
        await CopyAsync(response.Content, file, done => progress(done, total), alarm);
    }

    private async Task<HttpResponseMessage> AskAsync(
        Uri address, long start, string? tag, CancellationTokenSource alarm)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (start > 0)
        {
            request.Headers.Range = new RangeHeaderValue(start, null);
            // A file that has changed meanwhile comes whole.
            if (tag is not null) request.Headers.IfRange = new RangeConditionHeaderValue(tag);
        }

        alarm.CancelAfter(silence);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, alarm.Token);
    }

    private async Task CopyAsync(HttpContent content, FileStream file, Action<long> progress, CancellationTokenSource alarm)
    {
        await using var body = await content.ReadAsStreamAsync(alarm.Token);
        var buffer = new byte[BufferBytes];
        while (true)
        {
            alarm.CancelAfter(silence);
            var read = await body.ReadAsync(buffer, alarm.Token);
            if (read == 0) return;
            // What has come is kept, also when a stop is asked for meanwhile.
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            progress(file.Position);
        }
    }

    private static string? StrongTag(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null;
}
