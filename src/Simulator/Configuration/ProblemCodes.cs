namespace CrossbarSim.Simulator.Configuration;

/// <summary>Codes of what can be wrong with a YAML file as such; docs/errors.md explains each.</summary>
internal static class ProblemCodes
{
    /// <summary>Not YAML, or nested too deeply.</summary>
    public const string Syntax = "CBS0101";

    /// <summary>A key twice in one mapping.</summary>
    public const string DuplicateKey = "CBS0102";

    /// <summary>Aliases and tags.</summary>
    public const string UnsupportedYaml = "CBS0103";

    /// <summary>Nothing in the file, or more than one document.</summary>
    public const string NotOneDocument = "CBS0104";

    /// <summary>Larger than a configuration can be.</summary>
    public const string TooLarge = "CBS0105";

    /// <summary>Not UTF-8, or control characters.</summary>
    public const string Encoding = "CBS0106";

    /// <summary>The file cannot be read.</summary>
    public const string Unreadable = "CBS0107";

    /// <summary>A device that is neither a file nor a preset, or an experiment that is no file.</summary>
    public const string UnknownReference = "CBS0108";

    /// <summary>A mapping that is no kind of file we know.</summary>
    public const string UnknownKind = "CBS0109";

    /// <summary>A key that does not exist.</summary>
    public const string UnknownKey = "CBS0111";

    /// <summary>A key that is needed and absent.</summary>
    public const string MissingKey = "CBS0112";

    /// <summary>A list where a number is expected, and the like.</summary>
    public const string WrongKind = "CBS0113";

    /// <summary>Text that is not what is expected there.</summary>
    public const string UnreadableValue = "CBS0114";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "CBS0115";

    /// <summary>A quantity without its unit, or with another one.</summary>
    public const string Unit = "CBS0116";

    /// <summary>A word that is not one of those allowed.</summary>
    public const string UnknownWord = "CBS0117";

    /// <summary>Too few or too many values.</summary>
    public const string Length = "CBS0118";

    /// <summary>A key without a value.</summary>
    public const string Empty = "CBS0119";

    /// <summary>An override that is not <c>path=value</c>, or whose path leads nowhere.</summary>
    public const string Override = "CBS0120";

    /// <summary>A file of another kind than the one that is expected.</summary>
    public const string OtherKind = "CBS0121";
}
