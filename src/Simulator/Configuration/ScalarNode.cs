namespace CrossbarSim.Simulator.Configuration;

/// <summary>A single value.</summary>
/// <param name="text">Its text, quotation marks and escapes resolved.</param>
/// <param name="isPlain">Whether it was written without quotation marks.</param>
/// <param name="at">Where it begins.</param>
internal sealed class ScalarNode(string text, bool isPlain, Location at) : LocatedNode(at)
{
    /// <summary>The text, quotation marks and escapes resolved.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it was written without quotation marks.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether there is no value: <c>key:</c>, <c>key: ~</c> or <c>key: null</c>.</summary>
    public bool IsEmpty => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string Kind => IsEmpty ? "nothing" : "a single value";
}
