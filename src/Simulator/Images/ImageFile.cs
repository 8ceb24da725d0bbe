using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;
using SkiaSharp;

namespace CrossbarSim.Simulator.Images;

/// <summary>Reads a picture whole or not at all, in bounded memory.</summary>
internal static class ImageFile
{
    /// <summary>Most pixels of a picture: its memory is four bytes for each.</summary>
    public const long MostPixels = 64_000_000;

    private const long MostBytes = 256_000_000;

    /// <summary>Reads a PNG, BMP or JPEG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ink">Which is the ink: decides what lies behind transparent pixels.</param>
    /// <returns>The picture upright, in shades of grey, shrunk by a whole number where it is very large.</returns>
    /// <exception cref="DataFileException">The file cannot be read (CBS0601), is no such picture (CBS0602), too
    /// large (CBS0603) or damaged (CBS0604).</exception>
    public static GreyImage Read(string path, Ink ink)
    {
        var bytes = Bytes(path);
        ImageSignature.Check(path, bytes);
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data)
            ?? throw new DataFileException("CBS0604", path, null, "the header is damaged, or of a kind that is not understood");
        CheckSize(path, codec.Info);
        using var bitmap = Decode(path, codec);
        return Upright.Turn(PixelReader.Grey(bitmap, ink), codec.EncodedOrigin);
    }

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path)) throw new DataFileException("CBS0601", path, null, "is a folder; give pictures");
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MostBytes)
                throw new DataFileException("CBS0603", path, null, $"has {stream.Length} bytes; at most {MostBytes} are read");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataFileException("CBS0601", path, null, e is FileNotFoundException ? "does not exist" : e.Message, e);
        }
    }

    private static void CheckSize(string path, SKImageInfo info)
    {
        if (info.Width < 1 || info.Height < 1)
            throw new DataFileException("CBS0604", path, null, $"its size is {info.Width} x {info.Height} pixels");
        if ((long)info.Width * info.Height > MostPixels)
            throw new DataFileException("CBS0603", path, null,
                $"has {info.Width} x {info.Height} pixels; at most {MostPixels / 1_000_000} million are read");
    }

    private static SKBitmap Decode(string path, SKCodec codec)
    {
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, alpha);
        var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(info))
            throw new DataFileException("CBS0603", path, null, $"no memory for {info.Width} x {info.Height} pixels");
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw new DataFileException("CBS0604", path, null, result == SKCodecResult.IncompleteInput
            ? "the file is cut off: its last pixels are missing"
            : $"the file is damaged ({result})");
    }
}
