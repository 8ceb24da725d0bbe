using System.Numerics;
using PureHDF;

namespace CrossbarSim.Experiments.Results;

/// <summary>Integers of every width and sign that HDF5 files hold.</summary>
internal static class H5Integers
{
    /// <summary>All values, row-major; what a long cannot hold becomes its nearest end.</summary>
    public static long[] All(IH5Dataset dataset) => (dataset.Type.Size, dataset.Type.FixedPoint.IsSigned) switch
    {
        (1, true) => Widen(dataset.Read<sbyte[]>()),
        (1, false) => Widen(dataset.Read<byte[]>()),
        (2, true) => Widen(dataset.Read<short[]>()),
        (2, false) => Widen(dataset.Read<ushort[]>()),
        (4, true) => Widen(dataset.Read<int[]>()),
        (4, false) => Widen(dataset.Read<uint[]>()),
        (8, true) => dataset.Read<long[]>(),
        _ => Widen(dataset.Read<ulong[]>()),
    };

    /// <summary>The value of an attribute.</summary>
    public static T Scalar<T>(IH5Attribute attribute)
        where T : unmanaged, IBinaryInteger<T> =>
        (attribute.Type.Size, attribute.Type.FixedPoint.IsSigned) switch
        {
            (1, true) => T.CreateChecked(attribute.Read<sbyte>()),
            (1, false) => T.CreateChecked(attribute.Read<byte>()),
            (2, true) => T.CreateChecked(attribute.Read<short>()),
            (2, false) => T.CreateChecked(attribute.Read<ushort>()),
            (4, true) => T.CreateChecked(attribute.Read<int>()),
            (4, false) => T.CreateChecked(attribute.Read<uint>()),
            (8, true) => T.CreateChecked(attribute.Read<long>()),
            _ => T.CreateChecked(attribute.Read<ulong>()),
        };

    private static long[] Widen<T>(T[] values)
        where T : unmanaged, IBinaryInteger<T> =>
        Array.ConvertAll(values, long.CreateSaturating);
}
