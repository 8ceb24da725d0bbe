using System.Diagnostics;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Simulator.Images;
using CrossbarSim.Simulator.Tests.Commands;
using CrossbarSim.Validation.Predict;
using SkiaSharp;
using Colour = CrossbarSim.Validation.Predict.PngFile.Colour;

namespace CrossbarSim.Simulator.Tests.Images;

public sealed class ImageFileTests : ScratchFolder
{
    // Odd sizes find what is filled up to whole bytes or words.
    private const int Width = 13;
    private const int Height = 7;
    private static readonly byte[] Levels = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(i * 37 % 256))];

    [Fact]
    public void Grey_levels_arrive_exactly() => AssertLevels(Levels, Png(8, Colour.Grey, Of(Levels, l => l)));

    [Fact]
    public void Colours_of_equal_parts_arrive_exactly() =>
        AssertLevels(Levels, Png(8, Colour.Rgb, Of(Levels, l => l, l => l, l => l)));

    [Theory]
    [InlineData(nameof(Colour.Grey))]
    [InlineData(nameof(Colour.GreyAlpha))]
    [InlineData(nameof(Colour.Rgb))]
    [InlineData(nameof(Colour.Rgba))]
    public void Sixteen_bits_are_scaled(string kind)
    {
        var colour = Enum.Parse<Colour>(kind);
        var parts = Enumerable.Repeat<Func<int, int>>(l => 257 * l, PngFile.Samples(colour)).ToArray();
        if (colour is Colour.GreyAlpha or Colour.Rgba) parts[^1] = _ => 65535;
        AssertLevels(Levels, Png(16, colour, Of(Levels, parts)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Few_bits_reach_from_black_to_white(int bits)
    {
        var most = (1 << bits) - 1;
        byte[] expected = [.. Levels.Select(l => (byte)((l & most) * 255 / most))];
        AssertLevels(expected, Png(bits, Colour.Grey, Of(Levels, l => l & most)));
        byte[] palette = [.. Enumerable.Range(0, most + 1).SelectMany(i => Enumerable.Repeat((byte)(255 - i * 255 / most), 3))];
        AssertLevels([.. expected.Select(l => (byte)(255 - l))], Png(bits, Colour.Palette, Of(Levels, l => l & most), palette));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void Bmp_palettes_are_looked_up(int bits)
    {
        byte[] palette = [.. Enumerable.Range(0, 1 << bits).Select(i => (byte)(250 - i * 200 / ((1 << bits) - 1)))];
        byte[] indices = [.. Levels.Select(l => (byte)(l & (palette.Length - 1)))];
        AssertLevels([.. indices.Select(i => palette[i])], BmpFile.Encode(Width, bits, indices, palette));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(32)]
    public void Bmp_rows_are_turned_upright(int bits) => AssertLevels(Levels, BmpFile.Encode(Width, bits, Levels));

    [Theory]
    [InlineData(0, Ink.Auto, 255)]
    [InlineData(255, Ink.Auto, 0)]
    [InlineData(0, Ink.Light, 0)]
    [InlineData(255, Ink.Dark, 255)]
    public void Behind_transparent_pixels_lies_paper(int drawn, Ink ink, int paper)
    {
        var samples = Of(Levels, _ => drawn, _ => drawn, _ => drawn, l => l < 128 ? 255 : 0);
        AssertLevels([.. Levels.Select(l => (byte)(l < 128 ? drawn : paper))], Png(8, Colour.Rgba, samples), ink);
    }

    [Theory]
    [InlineData(1, 5, 40)]
    [InlineData(2, 34, 40)]
    [InlineData(3, 34, 7)]
    [InlineData(4, 5, 7)]
    [InlineData(5, 40, 5)]
    [InlineData(6, 7, 5)]
    [InlineData(7, 7, 34)]
    [InlineData(8, 40, 34)]
    public void The_orientation_of_a_photo_is_honoured(int orientation, int x, int y)
    {
        // A dark spot at (5, 40) of the stored picture of 40 x 48 pixels.
        var image = Read(WithOrientation(Jpeg(40, 48, 5, 40), (byte)orientation));
        Assert.Equal(orientation < 5 ? (40, 48) : (48, 40), (image.Width, image.Height));
        var darkest = Array.IndexOf(image.Levels, image.Levels.Min());
        Assert.InRange(darkest % image.Width, x - 1, x + 1);
        Assert.InRange(darkest / image.Width, y - 1, y + 1);
    }

    [Fact]
    public void A_very_large_picture_is_shrunk_by_area()
    {
        ushort[] samples = [.. Enumerable.Range(0, 3000 * 2001).Select(i => (ushort)(i / 3000 % 2 * 255))];
        var image = Read(PngFile.Encode(3000, 8, Colour.Grey, samples));
        Assert.Equal((1000, 667), (image.Width, image.Height));
        Assert.InRange(image.Levels.Average(), 0.49f, 0.51f);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("GIF89a", "a GIF picture")]
    [InlineData("RIFF....WEBP", "a WebP picture")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("hello", "not a picture")]
    public void Other_files_are_named_and_refused(string content, string expected)
    {
        var problem = Assert.Throws<DataFileException>(() => ImageFile.Read(Write("x.png", content), Ink.Auto));
        Assert.Equal("CBS0602", problem.Code);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_error_of_the_file()
    {
        Assert.Equal("CBS0601", Assert.Throws<DataFileException>(() => ImageFile.Read(In("none.png"), Ink.Auto)).Code);
        Assert.Equal("CBS0601", Assert.Throws<DataFileException>(() => ImageFile.Read(Folder, Ink.Auto)).Code);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(2_000_000_000, 1)]
    public void A_header_alone_does_not_take_memory(int width, int height)
    {
        var file = Png(8, Colour.Grey, Of(Levels, l => l));
        using var large = new MemoryStream();
        large.Write(file.AsSpan(0, 8));
        byte[] header = [.. BigEndian(width), .. BigEndian(height), .. file.AsSpan(24, 5)];
        PngFile.WriteChunk(large, "IHDR"u8, header);
        large.Write(file.AsSpan(33));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains(Assert.Throws<DataFileException>(() => Read(large.ToArray())).Code, new[] { "CBS0603", "CBS0604" });
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 10_000_000);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("jpg")]
    public void A_file_cut_off_anywhere_is_never_half_a_picture(string kind)
    {
        var whole = Sample(kind);
        var expected = Read(whole).Levels;
        var refused = 0;
        for (var length = 0; length < whole.Length; length += 1 + whole.Length / 150)
        {
            if (Attempt(whole[..length]) is { } image) Assert.Equal(expected, image.Levels);
            else refused++;
        }

        Assert.InRange(refused, 50, int.MaxValue);
    }

    [Fact]
    public void What_a_camera_appends_to_a_photo_does_not_matter()
    {
        var photo = Jpeg(40, 48, 5, 40);
        byte[] film = [.. "SEFHe"u8, .. Enumerable.Repeat((byte)0x5A, 5000)];

        Assert.Equal(Read(photo).Levels, Read([.. photo, .. film]).Levels);
        Assert.Null(Attempt([.. photo[..^100], .. film]));
    }

    [Fact]
    public void The_end_of_the_small_picture_in_a_photo_is_not_its_own()
    {
        var photo = Jpeg(40, 48, 5, 40);
        byte[] small = [0xFF, 0xE1, 0, 6, 0xFF, 0xD8, 0xFF, 0xD9];

        Assert.Equal(Read(photo).Levels, Read([.. photo[..2], .. small, .. photo[2..]]).Levels);
        Assert.Null(Attempt([.. photo[..2], .. small, .. photo[2..^3]]));
        Assert.Null(Attempt([.. photo[..2], .. small]));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("bmp")]
    [InlineData("jpg")]
    public void A_damaged_file_is_read_or_refused_within_a_second(string kind)
    {
        var whole = Sample(kind);
        var expected = Read(whole).Levels;
        var random = new Random(4);
        for (var n = 0; n < 150; n++)
        {
            var damaged = whole.ToArray();
            for (var k = 0; k < 1 + n % 4; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var watch = Stopwatch.StartNew();
            var image = Attempt(damaged);
            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);

            // Only PNG has checksums: what is read of it is right.
            if (kind == "png" && image is not null) Assert.Equal(expected, image.Levels);
        }
    }

    private static byte[] Sample(string kind) => kind switch
    {
        "png" => Png(8, Colour.Grey, Of(Levels, l => l)),
        "bmp" => BmpFile.Encode(Width, 24, Levels),
        _ => Jpeg(40, 48, 5, 40),
    };

    private GreyImage? Attempt(byte[] content)
    {
        try
        {
            return Read(content);
        }
        catch (DataFileException e)
        {
            Assert.StartsWith("CBS060", e.Code, StringComparison.Ordinal);
            return null;
        }
    }

    private void AssertLevels(byte[] expected, byte[] file, Ink ink = Ink.Auto)
    {
        var image = Read(file, ink);
        Assert.Equal((Width, Height), (image.Width, image.Height));
        Assert.Equal(expected, image.Levels.Select(level => (byte)MathF.Round(255 * level)));
    }

    private GreyImage Read(byte[] content, Ink ink = Ink.Auto)
    {
        File.WriteAllBytes(In("picture"), content);
        return ImageFile.Read(In("picture"), ink);
    }

    private static byte[] Png(int bits, Colour colour, ushort[] samples, byte[]? palette = null) =>
        PngFile.Encode(Width, bits, colour, samples, palette);

    private static ushort[] Of(byte[] levels, params Func<int, int>[] parts) =>
        [.. levels.SelectMany(level => parts.Select(part => (ushort)part(level)))];

    private static byte[] Jpeg(int width, int height, int darkX, int darkY)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.GetPixelSpan().Fill(240);
        bitmap.GetPixelSpan()[darkY * width + darkX] = 0;
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 100);
        return data.ToArray();
    }

    // An APP1 segment with the one tag 0x0112, in the byte order of Motorola.
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
