namespace CrossbarSim.Simulator.Configuration;

/// <summary>Where a node stands: file, line and column from 1, and the file's text for the message.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Source">Text of that line; empty where there is none (an option of the command line).</param>
internal sealed record SourceMark(string File, int Line, int Column, string Source);

/// <summary>A piece of YAML that knows where it stands.</summary>
/// <param name="Mark">Its place.</param>
internal abstract record ConfigNode(SourceMark Mark)
{
    /// <summary>What the node is, in words for a message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
/// <param name="Mark">Its place.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="Quoted">Whether it was quoted, so that it is text whatever it looks like.</param>
internal sealed record ScalarNode(SourceMark Mark, string Text, bool Quoted) : ConfigNode(Mark)
{
    public override string Kind => Text.Length == 0 && !Quoted ? "nothing" : $"'{Text}'";

    /// <summary>Whether the value is YAML's null: absent.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
/// <param name="Mark">Its place.</param>
/// <param name="Items">The elements.</param>
internal sealed record SequenceNode(SourceMark Mark, List<ConfigNode> Items) : ConfigNode(Mark)
{
    public override string Kind => "a list";
}

/// <summary>A mapping, in the order of the file.</summary>
/// <param name="Mark">Its place.</param>
/// <param name="Entries">Keys and values.</param>
internal sealed record MappingNode(SourceMark Mark, List<(ScalarNode Key, ConfigNode Value)> Entries) : ConfigNode(Mark)
{
    public override string Kind => "a mapping";

    /// <summary>The value of a key, or null.</summary>
    public ConfigNode? this[string key] => Entries.Find(e => e.Key.Text == key).Value;
}
