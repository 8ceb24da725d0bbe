using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Datasets.Idx;
using CsCheck;

namespace CrossbarSim.Experiments.Tests.Datasets;

public sealed class IdxDamageTests : IDisposable
{
    private const string Gzip = "images.gz";
    private const string Plain = "images";

    private readonly IdxFiles _files = new();
    private readonly byte[] _content = IdxFiles.Images(33, 7, 3);

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_plain_file_cut_anywhere_is_refused_at_the_cut()
    {
        for (var length = 0; length < _content.Length; length++)
        {
            var error = Fails(Plain, _content[..length]);

            Assert.Equal(("CBS0405", length), (error.Code, error.Position));
            Assert.Contains($"ends at byte {length}:", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_gzip_cut_anywhere_is_refused_as_cut_off()
    {
        var packed = IdxFiles.Gzip(_content);
        for (var length = 0; length < packed.Length; length++)
        {
            var error = Fails(Gzip, packed[..length]);

            Assert.Equal(("CBS0402", length), (error.Code, error.Position));
            Assert.Contains($"compressed byte {length}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_gzip_cut_within_its_header_fields_or_content_is_refused_whatever_it_holds() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 9], Gen.Double[0, 1]).Sample((count, side, place) =>
        {
            var packed = IdxFiles.Gzip(IdxFiles.Images(count, side, side));
            return Fails(Gzip, packed[..(int)(place * (packed.Length - 1))]).Code == "CBS0402";
        }, iter: 200, threads: 1);

    [Fact]
    public void Bytes_after_a_gzip_are_refused() =>
        Assert.Equal("CBS0402", Fails(Gzip, [.. IdxFiles.Gzip(_content), 1, 2, 3]).Code);

    [Fact]
    public void A_file_that_is_no_gzip_is_refused_whatever_its_name() =>
        Assert.Equal("CBS0403", Fails(Gzip, _content).Code);

    [Fact]
    public void A_flipped_bit_in_a_gzip_is_never_taken_for_data()
    {
        var packed = IdxFiles.Gzip(_content);
        for (var bit = 0; bit < 8 * packed.Length; bit++)
        {
            var damaged = (byte[])packed.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            // The header's time, system and hints are free: whatever they hold, the content is the same.
            if (Read(Gzip, damaged) is { } read) Assert.Equal(_content[16..], read);
        }
    }

    private byte[]? Read(string name, byte[] bytes)
    {
        try
        {
            return IdxReader.ReadImages(_files.Write(name, bytes)).Pixels.ToArray();
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    private DataFileException Fails(string name, byte[] bytes)
    {
        var file = _files.Write(name, bytes);
        var error = Assert.Throws<DataFileException>(() => IdxReader.ReadImages(file));
        Assert.Equal(file, error.File);
        return error;
    }
}
