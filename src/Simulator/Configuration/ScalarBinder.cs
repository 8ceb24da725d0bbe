using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Binds single values: numbers, quantities, words, switches and paths.</summary>
/// <param name="problems">Where problems go.</param>
internal sealed class ScalarBinder(ProblemCollector problems)
{
    private static readonly double[] LikelyFactors = [1e-6, 1e-9, 1e-3, 1e-12, 1e3, 1e6];
    private static readonly Type[] Kinds = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(ulong), typeof(double)];

    /// <summary>Whether a type is written as a single value.</summary>
    public static bool Takes(Type type) => type.IsEnum || Kinds.Contains(type);

    /// <summary>Binds a value.</summary>
    /// <param name="property">Unit, range and the rest.</param>
    /// <param name="type">Type of the value, never nullable.</param>
    /// <param name="node">Its YAML.</param>
    /// <param name="path">Path for messages.</param>
    /// <returns>The value; null where there was a problem.</returns>
    public object? Bind(OptionProperty property, Type type, ConfigNode node, string path)
    {
        if (node is not ScalarNode scalar) return Wrong(node, path, Expected(property, type));
        if (type == typeof(string)) return Text(property, scalar, path);
        if (type == typeof(bool)) return Switch(scalar, path);
        if (type.IsEnum) return Word(type, scalar, path);
        if (property.Unit is { } unit) return WithUnit(property, unit, scalar, path);
        return Number(property, type, scalar, path);
    }

    private object? Text(OptionProperty property, ScalarNode scalar, string path)
    {
        if (scalar.IsNull) return Wrong(scalar, path, "text");
        if (!property.IsFile) return scalar.Text;
        var folder = Path.GetDirectoryName(scalar.Mark.File) ?? "";
        return Path.GetFullPath(Path.Combine(folder, scalar.Text));
    }

    private object? Switch(ScalarNode scalar, string path) => scalar.Text switch
    {
        "true" when !scalar.Quoted => true,
        "false" when !scalar.Quoted => false,
        _ => Wrong(scalar, path, "true or false"),
    };

    private object? Word(Type type, ScalarNode scalar, string path)
    {
        var names = Enum.GetNames(type);
        var match = names.FirstOrDefault(name => OptionNames.Value(name) == scalar.Text);
        if (match is not null) return Enum.Parse(type, match);
        string[] known = [.. names.Select(OptionNames.Value)];
        var hint = NearestName.Find(scalar.Text, known) is { } near ? $" (did you mean {near}?)" : "";
        problems.Add("CBS0113", path, $"{scalar.Kind} is not one of {string.Join(", ", known)}{hint}", scalar.Mark);
        return null;
    }

    private object? WithUnit(OptionProperty property, string unit, ScalarNode scalar, string path)
    {
        if (Quantity.TryParse(scalar.Text, unit, out var value)) return InRange(property, value, scalar, path);
        var bare = double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var hint = bare ? $" (give the unit, such as {scalar.Text} u{unit})" : "";
        return Wrong(scalar, path, $"a number with unit {unit}, such as 5 u{unit}{hint}");
    }

    private object? Number(OptionProperty property, Type type, ScalarNode scalar, string path)
    {
        var culture = CultureInfo.InvariantCulture;
        object? value = type switch
        {
            _ when scalar.Quoted => null,
            _ when type == typeof(int) => int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, culture, out var i) ? i : null,
            _ when type == typeof(long) => long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, culture, out var l) ? l : null,
            _ when type == typeof(ulong) => ulong.TryParse(scalar.Text, NumberStyles.None, culture, out var u) ? u : null,
            _ => Real(scalar.Text),
        };
        return value is null ? Wrong(scalar, path, Expected(property, type)) : InRange(property, value, scalar, path);
    }

    private static object? Real(string text) => text switch
    {
        ".inf" or "+.inf" => double.PositiveInfinity,
        "-.inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null,
    };

    private object? InRange(OptionProperty property, object value, ScalarNode scalar, string path)
    {
        if (property.Range is not { } range) return value;
        var (low, high) = Limits(property);
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number >= low && number <= high) return value;
        var near = property.Unit is null ? null : LikelyMeant(property.Unit, number, low, high);
        problems.Add("CBS0115", path,
            $"{scalar.Text} is outside {Allowed(property)}{(near is null ? "" : $" (did you mean {near}?)")}", scalar.Mark);
        return null;
    }

    // A wrong prefix is the usual slip: micro is what devices have.
    private static string? LikelyMeant(string unit, double value, double low, double high) =>
        LikelyFactors
            .Select(factor => value * factor)
            .Where(candidate => candidate >= low && candidate <= high && candidate != 0)
            .Select(candidate => Quantity.Format(double.Parse(candidate.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), unit))
            .FirstOrDefault();

    private object? Wrong(ConfigNode node, string path, string expected)
    {
        problems.Add("CBS0110", path, $"{node.Kind} where {expected} is expected", node.Mark);
        return null;
    }

    private static string Expected(OptionProperty property, Type type)
    {
        var kind = type == typeof(double) ? "a number"
            : type == typeof(string) ? "text"
            : type == typeof(bool) ? "true or false"
            : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type).Select(OptionNames.Value))}"
            : "a whole number";
        return property.Unit is not null ? $"a number with unit {property.Unit}"
            : property.Range is null || !Takes(type) || type == typeof(string) ? kind
            : $"{kind} in {Allowed(property)}";
    }

    private static (double Low, double High) Limits(OptionProperty property) => (
        Convert.ToDouble(property.Range!.Minimum, CultureInfo.InvariantCulture),
        Convert.ToDouble(property.Range.Maximum, CultureInfo.InvariantCulture));

    private static string Allowed(OptionProperty property)
    {
        var (low, high) = Limits(property);
        string Show(double value) => property.Unit is { } unit
            ? Quantity.Format(value, unit)
            : value.ToString("R", CultureInfo.InvariantCulture);
        return $"{Show(low)} .. {Show(high)}";
    }
}
