using System.Runtime.InteropServices;
using System.Text.Json;

namespace CrossbarSim.TestSupport;

/// <summary>Reads the numbers under tests/golden.</summary>
public static class GoldenFiles
{
    /// <summary>Full path of a golden file.</summary>
    /// <param name="name">Path below tests/golden, with forward slashes.</param>
    public static string Locate(string name) => Path.Combine(RepositoryPaths.Root, "tests", "golden", name);

    /// <summary>Reads a JSON file.</summary>
    /// <param name="name">Path below tests/golden.</param>
    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Locate(name)));
        return document.RootElement.Clone();
    }

    /// <summary>Reads a CSV file without quoted fields.</summary>
    /// <param name="name">Path below tests/golden.</param>
    /// <returns>One dictionary per row, by column.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string name)
    {
        var lines = File.ReadAllLines(Locate(name));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line =>
            header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>Reads little-endian numbers without a header.</summary>
    /// <typeparam name="T">Type of the numbers.</typeparam>
    /// <param name="name">Path below tests/golden.</param>
    public static T[] Raw<T>(string name)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(Locate(name))).ToArray();

    /// <summary>All numbers of a nested array, in order.</summary>
    /// <param name="array">An array of numbers or of arrays.</param>
    public static double[] Numbers(JsonElement array) => array.ValueKind == JsonValueKind.Array
        ? [.. array.EnumerateArray().SelectMany(Numbers)]
        : [array.GetDouble()];

    /// <summary>All integers of a nested array, in order.</summary>
    /// <param name="array">An array of integers or of arrays.</param>
    public static int[] Integers(JsonElement array) => array.ValueKind == JsonValueKind.Array
        ? [.. array.EnumerateArray().SelectMany(Integers)]
        : [array.GetInt32()];
}
