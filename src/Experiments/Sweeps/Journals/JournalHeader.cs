using System.Globalization;
using System.Security.Cryptography;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>The line before a record of a journal.</summary>
/// <param name="Index">The point.</param>
/// <param name="Identity">Its identity.</param>
/// <param name="Length">Bytes of its text.</param>
/// <param name="Checksum">Of all these and the text: the first 8 bytes of SHA-256.</param>
internal sealed record JournalHeader(long Index, string Identity, int Length, string Checksum)
{
    private const string Word = "point";

    /// <summary>The line, with its line feed.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Word} {Index} {Identity} {Length} {Checksum}\n");

    /// <summary>The header of a text.</summary>
    public static JournalHeader Of(long index, string identity, ReadOnlySpan<byte> text)
    {
        var named = AtomicFile.Utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{index} {identity} {text.Length}\n"));
        var hash = SHA256.HashData([.. named, .. text]);
        return new JournalHeader(index, identity, text.Length, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <returns>The header; null where it is none.</returns>
    public static JournalHeader? Parse(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 5 && parts[0] == Word
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                ? new JournalHeader(index, parts[2], length, parts[4])
                : null;
    }
}
