namespace CrossbarSim.Simulator.Configuration;

/// <summary>A key that the command line sets.</summary>
/// <param name="Shown">The option as the user wrote it; problems are located there.</param>
/// <param name="Path">Dotted path of the key; empty where none was given.</param>
/// <param name="Value">The value, in YAML.</param>
internal sealed record ConfigurationOverride(string Shown, string Path, string Value)
{
    /// <summary>An argument of <c>--set</c>.</summary>
    /// <param name="argument">Such as <c>device.gmax=50 uS</c>.</param>
    public static ConfigurationOverride Set(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        var path = at < 0 ? "" : argument[..at].Trim();
        return new ConfigurationOverride($"--set {Printable.Short(argument)}", path, argument[(at + 1)..].Trim());
    }

    /// <summary>An option that has a key of its own, such as <c>--seed 7</c>.</summary>
    /// <param name="option">The option, such as <c>--seed</c>.</param>
    /// <param name="path">Dotted path of the key.</param>
    /// <param name="value">The value.</param>
    public static ConfigurationOverride Option(string option, string path, string value) =>
        new($"{option} {Printable.Short(value)}", path, value);
}
