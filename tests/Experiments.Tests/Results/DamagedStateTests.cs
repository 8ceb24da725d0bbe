using System.Diagnostics;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class DamagedStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StateLayer[] _layers = [States.Layer(5, 3), States.Layer(3, 2)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var whole = Whole();
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 97))
        {
            var problem = Read(whole[..length]);

            Assert.NotNull(problem);
            Assert.Equal("CBS0501", problem.Code);
        }
    }

    [Fact]
    public void Text_zeros_and_noise_are_not_hdf5()
    {
        Assert.Contains("not an HDF5 file", Read("epoch,train_loss\n0,1\n"u8.ToArray())?.Message, StringComparison.Ordinal);
        Assert.Contains("not an HDF5 file", Read(new byte[70_000])?.Message, StringComparison.Ordinal);
        Assert.Contains("not an HDF5 file",
            Read([.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i >> 3))])?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_damaged_byte_of_our_own_file_ends_quickly() => Damage(Whole(), 0x51A7E);

    [Fact]
    public void Any_damaged_byte_of_a_file_of_h5py_ends_quickly() =>
        Damage(File.ReadAllBytes(Golden.File("h5py-state.h5")), 0xDA7A);

    // Either the damage is met, and told as a problem of the file, or it is in a value that is still legal.
    private void Damage(byte[] whole, uint seed)
    {
        for (var trial = 0; trial < 250; trial++)
        {
            var damaged = whole.ToArray();
            var at = (int)(Mix(seed, trial) % (uint)damaged.Length);
            for (var i = at; i < Math.Min(at + 1 + trial % 8, damaged.Length); i++)
                damaged[i] = trial % 3 == 0 ? (byte)0xFF : (byte)Mix(seed + 1, trial + i);
            Read(damaged);
        }
    }

    private static uint Mix(uint seed, int value)
    {
        var x = (seed ^ (uint)value) * 0x9E3779B9u;
        x = (x ^ x >> 15) * 0x85EBCA6Bu;
        return x ^ x >> 13;
    }

    private DataFileException? Read(byte[] bytes)
    {
        File.WriteAllBytes(_folder["s.h5"], bytes);
        var watch = Stopwatch.StartNew();
        try
        {
            StateFile.ReadDevices(_folder["s.h5"], _layers);
            StateFile.ReadCheckpoint(_folder["s.h5"], _layers);
            return null;
        }
        catch (DataFileException problem)
        {
            return problem;
        }
        finally
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
        }
    }

    private byte[] Whole()
    {
        StateFile.Write(_folder["s.h5"], _layers, States.Snapshot(_layers));
        return File.ReadAllBytes(_folder["s.h5"]);
    }
}
