namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>A part of a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotation marks.</param>
/// <param name="At">Where it begins, from 1.</param>
internal sealed record Token(TokenKind Kind, string Text, int At);
