using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using CrossbarSim.Core.Problems;
using PureHDF;
using PureHDF.VOL.Native;

namespace CrossbarSim.Experiments.Results;

/// <summary>
/// An HDF5 file that nobody vouches for: every failure of the library becomes a
/// <see cref="DataFileException"/>, and nothing is allocated on the file's word.
/// </summary>
internal sealed class StateSource : IDisposable
{
    /// <summary>Largest chunk read at once, bytes; HDF5's own default cache holds 1 MiB.</summary>
    private const ulong LargestChunk = 64 << 20;

    private const int DeepestGroup = 16;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly NativeFile _file;

    public StateSource(string path)
    {
        _path = path;
        _stream = Open();
        try
        {
            CheckEnds();
            _file = Guard("the file", () => H5File.Open(new MeteredStream(_stream)));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _stream.Dispose();
    }

    public DataFileException Failure(string code, string message, Exception? cause = null) =>
        new(code, _path, null, $"{_path}: {message}", cause);

    public bool Exists(string path) => Guard(path, () => _file.LinkExists(path));

    public void RequireGroup(string path, string code, string message)
    {
        if (!Exists(path) || Object(path) is not IH5Group) throw Failure(code, message);
    }

    /// <summary>A whole number that is an attribute.</summary>
    public T Attribute<T>(string path, string name)
        where T : unmanaged, IBinaryInteger<T>
    {
        var holder = Object(path);
        if (!Guard(path, () => holder.AttributeExists(name)))
            throw Failure(StateCodes.Missing, $"{path}: attribute {name} is missing");
        var attribute = Guard(path, () => holder.Attribute(name));
        CheckInteger($"{path}: attribute {name}", Guard(path, () => attribute.Type));
        return Guard($"{path}: attribute {name}", () => H5Integers.Scalar<T>(attribute));
    }

    /// <summary>A dataset of integers of any width, row-major.</summary>
    public long[] Integers(string path, ulong[] dimensions)
    {
        var dataset = Dataset(path, dimensions);
        CheckInteger(path, dataset.Type);
        return Guard(path, () => H5Integers.All(dataset));
    }

    /// <summary>A dataset of float32 or float64, row-major.</summary>
    public T[] Floats<T>(string path, ulong[] dimensions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (dataset, bytes) = (Dataset(path, dimensions), Unsafe.SizeOf<T>());
        if (dataset.Type.Class != H5DataTypeClass.FloatingPoint || dataset.Type.Size != bytes)
            throw Failure(StateCodes.Type, $"{path}: found {Describe(dataset.Type)}; expected float{8 * bytes}");
        return Guard(path, () => dataset.Read<T[]>());
    }

    /// <summary>All datasets of floating-point numbers, wherever they lie.</summary>
    /// <returns>Path without a leading slash, and shape.</returns>
    public IReadOnlyList<(string Path, ulong[] Dimensions)> FloatDatasets() =>
        Guard("the file", () => Below(_file, "", depth: 0).ToList());

    /// <summary>A dataset of float16, float32 or float64, row-major.</summary>
    public double[] AnyFloats(string path, ulong[] dimensions)
    {
        var dataset = Dataset(path, dimensions);
        return Guard(path, () => dataset.Type.Size switch
        {
            2 => Array.ConvertAll(dataset.Read<Half[]>(), value => (double)value),
            4 => Array.ConvertAll(dataset.Read<float[]>(), value => (double)value),
            8 => dataset.Read<double[]>(),
            _ => throw Failure(StateCodes.Type, $"{path}: found {Describe(dataset.Type)}; expected float16, float32 or float64"),
        });
    }

    private static IEnumerable<(string Path, ulong[] Dimensions)> Below(IH5Group group, string prefix, int depth)
    {
        if (depth > DeepestGroup) throw new InvalidDataException($"groups are nested more than {DeepestGroup} deep");
        foreach (var child in group.Children())
        {
            var path = prefix + child.Name;
            if (child is IH5Group below)
                foreach (var found in Below(below, path + "/", depth + 1)) yield return found;
            else if (child is IH5Dataset { Type.Class: H5DataTypeClass.FloatingPoint } dataset)
                yield return (path, dataset.Space.Dimensions);
        }
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failure(StateCodes.Unreadable, "there is no such file", cause);
        }
    }

    private void CheckEnds()
    {
        var problem = Guard("the file", () => H5Signature.Problem(_stream));
        if (problem is not null) throw Failure(StateCodes.Unreadable, problem);
        _stream.Position = 0;
    }

    private IH5Object Object(string path) => Guard(path, () => path == "/" ? _file : _file.Get(path));

    private IH5Dataset Dataset(string path, ulong[] dimensions)
    {
        if (!Exists(path)) throw Failure(StateCodes.Missing, $"dataset {path} is missing");
        if (Object(path) is not IH5Dataset dataset)
            throw Failure(StateCodes.Missing, $"{path} is not a dataset");
        CheckShape(path, Guard(path, () => dataset.Space.Dimensions), dimensions);
        Guard(path, () => CheckLayout(path, dataset));
        return dataset;
    }

    private void CheckShape(string path, ulong[] found, ulong[] expected)
    {
        if (found.SequenceEqual(expected)) return;
        var hint = found.Reverse().SequenceEqual(expected)
            ? " (MATLAB stores its dimensions in reverse order: write the transpose)"
            : "";
        throw Failure(StateCodes.Shape,
            $"{path}: its shape is {Describe(found)}; expected {Describe(expected)}{hint}");
    }

    private bool CheckLayout(string path, IH5Dataset dataset)
    {
        if (dataset.Layout.Class == H5DataLayoutClass.VirtualStorage)
            throw Failure(StateCodes.Type, $"{path}: a virtual dataset; its values must be in this file");
        if (dataset.Layout.Class != H5DataLayoutClass.Chunked) return true;
        var bytes = dataset.Layout.Chunks.Aggregate(new BigInteger(dataset.Type.Size), (product, n) => product * n);
        return bytes <= LargestChunk
            ? true
            : throw Failure(StateCodes.Unreadable, $"{path}: its chunks have {bytes} bytes; at most {LargestChunk} are read");
    }

    private void CheckInteger(string what, IH5DataType type)
    {
        if (type.Class != H5DataTypeClass.FixedPoint || type.Size is not (1 or 2 or 4 or 8))
            throw Failure(StateCodes.Type, $"{what}: found {Describe(type)}; expected int32");
    }

    private static string Describe(ulong[] dimensions) => dimensions.Length == 0
        ? "that of a single number"
        : string.Join(" x ", dimensions.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static string Describe(IH5DataType type) => type.Class switch
    {
        H5DataTypeClass.FloatingPoint => $"float{8 * type.Size}",
        H5DataTypeClass.FixedPoint => $"an integer of {type.Size} bytes",
        _ => $"type {type.Class}",
    };

    // A damaged file makes the library fail in any way there is, so any failure is the file's.
    private T Guard<T>(string what, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is not DataFileException)
        {
            // A damaged length may have made the library allocate gigabytes that nobody touched. Left to
            // lie, the collector would clear them for the next array, and only then they would cost memory.
            if (cause is EndOfStreamException) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
            throw Failure(StateCodes.Unreadable, $"{what}: damaged, or not understood ({cause.Message})", cause);
        }
    }
}
