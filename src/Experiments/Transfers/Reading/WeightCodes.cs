using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>What can be wrong with weights that are to be programmed.</summary>
internal static class WeightCodes
{
    /// <summary>CBS1601: nothing that could be weights is there.</summary>
    public static DataFileException Nothing(string place, string message) => Of("CBS1601", place, message);

    /// <summary>CBS1602: a name is not that of weights or of a bias.</summary>
    public static DataFileException Name(string place, string message) => Of("CBS1602", place, message);

    /// <summary>CBS1603: a shape does not fit the data set or the layer before.</summary>
    public static DataFileException Shape(string place, string message) => Of("CBS1603", place, message);

    /// <summary>CBS1604: a value is NaN or infinite.</summary>
    public static DataFileException Value(string place, string message) => Of("CBS1604", place, message);

    /// <summary>CBS1605: a bias is missing, or has no weights.</summary>
    public static DataFileException Bias(string place, string message) => Of("CBS1605", place, message);

    /// <summary>CBS1606: a square array, and nothing says which side the inputs are on.</summary>
    public static DataFileException Square(string place, string message) => Of("CBS1606", place, message);

    /// <summary>CBS1607: a file is not CSV of numbers.</summary>
    public static DataFileException Text(string place, string message) => Of("CBS1607", place, message);

    private static DataFileException Of(string code, string place, string message) => new(code, place, null, message);
}
