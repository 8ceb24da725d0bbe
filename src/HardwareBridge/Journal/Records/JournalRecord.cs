using System.Text.Json.Serialization;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>One line of a journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SessionRecord), "session")]
[JsonDerivedType(typeof(IntentRecord), "intent")]
[JsonDerivedType(typeof(OutcomeRecord), "outcome")]
[JsonDerivedType(typeof(StartRecord), "start")]
[JsonDerivedType(typeof(ReadingRecord), "reading")]
[JsonDerivedType(typeof(PlanRecord), "plan")]
public abstract record JournalRecord
{
    /// <summary>Time of day, UTC.</summary>
    [JsonPropertyOrder(-2)]
    public DateTimeOffset Utc { get; init; }

    /// <summary>Nanoseconds of a clock that never jumps, from any start.</summary>
    [JsonPropertyOrder(-1)]
    public long MonotonicNs { get; init; }
}
