using System.Globalization;

namespace CrossbarSim.Validation;

/// <summary>Options of the validation commands.</summary>
internal static class Arguments
{
    /// <summary>The whole number behind an option.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="name">The option, such as <c>--seeds</c>.</param>
    /// <param name="fallback">Where it is absent.</param>
    public static int Number(string[] args, string name, int fallback)
    {
        var at = Array.IndexOf(args, name);
        return at < 0 ? fallback : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
    }
}
