using System.Text.Json.Serialization;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>One file of a public data set, as it is once decompressed.</summary>
/// <param name="Name">Its name, without <c>.gz</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Magic">Its first four bytes, as a big-endian number.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal; null: not known.</param>
internal sealed record DataFile(
    string Name, long Bytes, uint Magic, [property: JsonPropertyName("sha256")] string? Sha256 = null)
{
    /// <summary>The name under which mirrors offer it.</summary>
    [JsonIgnore]
    public string Packed => Name + ".gz";
}
