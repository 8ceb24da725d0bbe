using System.Text.Json;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>The data sets that can be downloaded: the table <c>sources.json</c> inside the program.</summary>
internal static class DataSources
{
    private const string Resource = "downloads/sources.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<DataSource> All { get; } = Read();

    /// <summary>One of them.</summary>
    /// <param name="name">Its name, which is in the table.</param>
    public static DataSource Named(string name) => All.Single(source => source.Name == name);

    private static List<DataSource> Read()
    {
        using var table = typeof(DataSources).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<List<DataSource>>(table, Json)!;
    }
}
