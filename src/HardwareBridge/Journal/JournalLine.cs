using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>
/// A record as one line: a JSON object whose last member is the checksum of all bytes before that member. Any program that
/// reads JSON lines reads it.
/// </summary>
internal static class JournalLine
{
    private const string CrcKey = ",\"crc\":\"";
    private const int TailBytes = 14;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>What every line begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"kind\":"u8;

    /// <summary>A record as bytes, with the line feed.</summary>
    public static byte[] Write(JournalRecord record)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(record, Options).AsSpan()[..^1];
        var tail = string.Create(CultureInfo.InvariantCulture, $"{CrcKey}{Crc16.Of(body):X4}\"}}\n");
        return [.. body, .. Encoding.ASCII.GetBytes(tail)];
    }

    /// <summary>A line, without the line feed, as the record it is.</summary>
    /// <returns>The record; null where the line is damaged.</returns>
    public static JournalRecord? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailBytes) return null;
        var body = line[..^TailBytes];
        var tail = Encoding.ASCII.GetString(line[^TailBytes..]);
        if (tail != string.Create(CultureInfo.InvariantCulture, $"{CrcKey}{Crc16.Of(body):X4}\"}}")) return null;
        try
        {
            return JsonSerializer.Deserialize<JournalRecord>([.. body, (byte)'}'], Options);
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
