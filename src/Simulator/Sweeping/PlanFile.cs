using System.Text.Encodings.Web;
using System.Text.Json;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>
/// <c>plan.json</c> of a sweep folder: the sweep, its experiment and its devices as they were when it was started, so that it
/// goes on as it was, whatever became of those files since.
/// </summary>
/// <param name="Version">Program that computes it.</param>
/// <param name="Sweep">Full path of the sweep file.</param>
/// <param name="Set">What the command line set in the experiment: key and value.</param>
/// <param name="Files">Texts of the files by full path.</param>
internal sealed record PlanFile(
    string Version, string Sweep, IReadOnlyList<KeyValuePair<string, string>> Set, IReadOnlyDictionary<string, string> Files)
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

    /// <summary>Identity of the plan: what was computed under another is not mixed with it.</summary>
    public string Identity => PointIdentity.Of(string.Join('\0',
        [Version, Sweep, .. Set.Select(key => $"{key.Key}={key.Value}"), .. Files.Select(file => $"{file.Key}\n{file.Value}")]));

    /// <summary>A plan that was just loaded.</summary>
    /// <param name="sweep">The sweep file.</param>
    /// <param name="overrides">What the command line set.</param>
    /// <param name="plan">What it holds.</param>
    public static PlanFile Of(string sweep, IReadOnlyList<ConfigurationOverride> overrides, SweepPlan plan) => new(
        ProgramVersion.Text, Path.GetFullPath(sweep), [.. overrides.Select(key => KeyValuePair.Create(key.Path, key.Value))],
        plan.Files);

    /// <summary>Loads the plan that it holds.</summary>
    public SweepPlan Load() => SweepLoader.Load(
        SourceFiles.Shown(Sweep), [.. Set.Select(key => ConfigurationOverride.Set($"{key.Key}={key.Value}"))], Files).OrThrow();

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">It is not such a file (CBS1110).</exception>
    public static PlanFile Read(string path) => Read<PlanFile>(path, "the plan of a sweep");

    /// <summary>Reads a file of a sweep folder.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should hold, in words.</param>
    /// <exception cref="DataFileException">It does not (CBS1110).</exception>
    public static T Read<T>(string path, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new JsonException("null");
        }
        catch (JsonException cause)
        {
            throw new DataFileException("CBS1110", path, null, $"{path}: not {what}: {cause.Message}", cause);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    public void Write(string path) => AtomicFile.WriteText(path, Text(this));

    /// <summary>The text of a file of a sweep folder.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="content">The same.</param>
    public static string Text<T>(T content) => JsonSerializer.Serialize(content, Json) + "\n";

    /// <summary>Where another plan is not this one, in words; null: it is.</summary>
    /// <param name="other">The other plan.</param>
    public string? Difference(PlanFile other)
    {
        if (Identity == other.Identity) return null;
        if (Version != other.Version) return $"it was begun with crossbarsim {Version}, and this is {other.Version}";
        if (Sweep != other.Sweep) return $"it is of {Sweep}";
        foreach (var (path, text) in other.Files)
        {
            if (Files.GetValueOrDefault(path) is not { } before) return $"it does not read {SourceFiles.Shown(path)}";
            if (before == text) continue;
            var line = before.Split('\n').Zip(text.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
            return FormattableString.Invariant($"line {line + 1} of {SourceFiles.Shown(path)} was other");
        }

        return Files.Keys.Except(other.Files.Keys).FirstOrDefault() is { } missing
            ? $"it reads {SourceFiles.Shown(missing)} too"
            : "it was begun with other --set";
    }
}
