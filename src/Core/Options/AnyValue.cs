namespace CrossbarSim.Core.Options;

/// <summary>A value for a key of another file: what may stand there, only that key knows.</summary>
/// <param name="Yaml">The value as YAML on one line, never empty; no value is <c>null</c>.</param>
public readonly record struct AnyValue(string Yaml);
