using System.Text;

namespace CrossbarSim.Core.Options;

/// <summary>How C# names are written in YAML and CSV.</summary>
public static class OptionNames
{
    /// <summary>Name of a property as a YAML key: <c>LearningRate</c> becomes <c>learning_rate</c>.</summary>
    /// <param name="name">The C# name.</param>
    public static string Key(string name) => Separate(name, '_');

    /// <summary>Name of an enumeration member as a YAML value: <c>EveryEpoch</c> becomes <c>every-epoch</c>.</summary>
    /// <param name="name">The C# name.</param>
    public static string Value(string name) => Separate(name, '-');

    private static string Separate(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append(separator);
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
