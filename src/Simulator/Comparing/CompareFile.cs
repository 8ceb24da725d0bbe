using System.Text.Encodings.Web;
using System.Text.Json;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Comparing;

/// <summary><c>compare.json</c>: what a folder compares; each device's experiment lies beside it under <c>plan</c>.</summary>
/// <param name="Seeds">Seeds of each device.</param>
/// <param name="Pulse">The write pulse of devices that do not say what theirs is.</param>
/// <param name="Devices">Devices and variants.</param>
internal sealed record CompareFile(int Seeds, WritePulse? Pulse, IReadOnlyList<CompareFile.Entry> Devices)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is not such a file (CBS1504).</exception>
    public static CompareFile Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<CompareFile>(File.ReadAllBytes(path), Json);
            return file is { Seeds: >= 1, Devices.Count: >= 1 } && file.Devices.All(entry => entry.IsSound)
                ? file
                : throw new JsonException("seeds, devices or folders are missing or impossible");
        }
        catch (JsonException cause)
        {
            throw new DataFileException("CBS1504", path, null, $"{path}: not the plan of a comparison: {cause.Message}", cause);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>A device or a variant.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Folder">Its name for files.</param>
    /// <param name="VariantOf">The device that it is a variant of.</param>
    /// <param name="Ideal">What is ideal in it.</param>
    internal sealed record Entry(string Name, string Folder, string? VariantOf, string? Ideal)
    {
        /// <summary>Whether the folder is one below the comparison's.</summary>
        internal bool IsSound =>
            Folder.Length > 0 && Folder == RunDirectory.FolderName(Folder) && VariantOf is null == Ideal is null;
    }
}
