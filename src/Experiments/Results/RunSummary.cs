using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary><c>summary.json</c>: what a run came to.</summary>
/// <param name="EpochsDone">Epochs trained.</param>
/// <param name="Final">Figures after the last epoch.</param>
/// <param name="Best">Figures of the epoch with the highest accuracy, the first of equals: on the validation
/// samples, or on the test samples where none are held out; null: none was evaluated.</param>
/// <param name="Pulses">Pulses of the whole run.</param>
/// <param name="Run">How and where it was computed.</param>
/// <param name="Test">Further figures on the test samples; null: there are none.</param>
public sealed record RunSummary(
    int EpochsDone,
    EpochFigures Final,
    EpochFigures? Best,
    [property: JsonPropertyOrder(1)] PulseSummary Pulses,
    [property: JsonPropertyOrder(1)] RunFacts Run,
    [property: JsonPropertyOrder(1)] TestFigures? Test = null)
{
    /// <summary>Value of <see cref="BestBy"/> of a run with a validation set.</summary>
    public const string ByValidation = "validation_accuracy";

    /// <summary>Value of <see cref="BestBy"/> of a run without one.</summary>
    public const string ByTest = "test_accuracy";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // The loss of a network that diverged is not a JSON number.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        // A file, not a web page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The figure that <see cref="Best"/> was chosen by; null: none was evaluated.</summary>
    public string? BestBy { get; init; }

    /// <summary>Sums a run up.</summary>
    /// <param name="rows">Its epochs; at least one.</param>
    /// <param name="layers">State of every layer at the end.</param>
    /// <param name="run">How and where it was computed.</param>
    /// <param name="test">Further figures on the test samples; null: there are none.</param>
    /// <param name="arrays">The arrays, which say which devices are stuck; null: not counted.</param>
    public static RunSummary Of(
        IReadOnlyList<EpochRow> rows, IReadOnlyList<LayerState> layers, RunFacts run, TestFigures? test = null,
        IReadOnlyList<StateLayer>? arrays = null)
    {
        var validated = rows.Any(row => row.ValidationAccuracy is not null);
        var best = Highest(rows, row => validated ? row.ValidationAccuracy : row.TestAccuracy);
        return new RunSummary(rows[^1].Epoch, EpochFigures.Of(rows[^1]), best, PulseSummary.Of(layers, arrays), run, test)
        {
            BestBy = best is null ? null : validated ? ByValidation : ByTest,
        };
    }

    /// <summary>Reads a summary.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is not a summary.</exception>
    public static RunSummary Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunSummary>(File.ReadAllBytes(path), Json)
                ?? throw new JsonException("null");
        }
        catch (JsonException cause)
        {
            throw new DataFileException("CBS0513", path, null,
                $"{path}:{cause.LineNumber + 1}: not the summary of a run: {cause.Message}", cause);
        }
    }

    /// <summary>Writes the summary, replacing what was there in one step.</summary>
    /// <param name="path">The file; its folder exists.</param>
    public void Write(string path) => AtomicFile.WriteText(path, JsonSerializer.Serialize(this, Json) + "\n");

    private static EpochFigures? Highest(IReadOnlyList<EpochRow> rows, Func<EpochRow, double?> accuracy) =>
        rows.Where(row => accuracy(row) is not null).MaxBy(accuracy) is { } best ? EpochFigures.Of(best) : null;
}
