using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Decodes UTF-8 strictly: a byte that is not UTF-8 is an error with a place, never a question mark.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']), '\u007F', '\uFFFE', '\uFFFF']);

    /// <summary>Decodes bytes, without byte order mark.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The text up to the first wrong byte, and what is wrong there, if anything.</returns>
    public static (string Text, string? Wrong) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return ("", "the file is UTF-16: save it as UTF-8");
        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException e)
        {
            return Broken(bytes, e.Index);
        }
    }

    /// <summary>Finds a character that YAML does not allow; a NUL, for one, would silently end the file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text before that character, and what is wrong with it, if anything.</returns>
    public static (string Before, string? Wrong) Printable(string text)
    {
        var at = text.AsSpan().IndexOfAny(Controls);
        if (at < 0) return (text, null);
        return (text[..at], string.Create(CultureInfo.InvariantCulture,
            $"the control character U+{(int)text[at]:X4} is not allowed in a text file"));
    }

    private static (string, string?) Broken(ReadOnlySpan<byte> bytes, int index)
    {
        var at = Math.Clamp(index, 0, bytes.Length - 1);
        return (Strict.GetString(bytes[..at]), string.Create(CultureInfo.InvariantCulture,
            $"the byte 0x{bytes[at]:X2} is not UTF-8: save the file as UTF-8"));
    }
}
