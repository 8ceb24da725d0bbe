using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>--json</c> prints.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // The loss of a network that diverged is not a JSON number.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // A terminal, not a web page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints a result.</summary>
    /// <param name="result">An object whose properties become the keys.</param>
    public static void Print(object result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, Style));
}
