using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>Tells from a class name, or from the fields, which device of aihwkit is meant.</summary>
internal static class AihwkitClasses
{
    /// <summary>Names under which a class can be given.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["class", "device_class", "preset_cls"];

    /// <summary>The one class whose devices only rise.</summary>
    public const string OneDirectional = "PCMPresetDevice";

    private static readonly Dictionary<string, AihwkitClass> ByName = new()
    {
        ["ConstantStepDevice"] = AihwkitClass.ConstantStep,
        ["IdealizedPresetDevice"] = AihwkitClass.ConstantStep,
        ["GokmenVlasovPresetDevice"] = AihwkitClass.ConstantStep,
        ["LinearStepDevice"] = AihwkitClass.LinearStep,
        ["CapacitorPresetDevice"] = AihwkitClass.LinearStep,
        ["EcRamPresetDevice"] = AihwkitClass.LinearStep,
        ["EcRamMOPresetDevice"] = AihwkitClass.LinearStep,
        ["SoftBoundsDevice"] = AihwkitClass.SoftBounds,
        ["SoftBoundsReferenceDevice"] = AihwkitClass.SoftBounds,
        ["ReRamSBPresetDevice"] = AihwkitClass.SoftBounds,
        ["ReRamArrayOMPresetDevice"] = AihwkitClass.SoftBounds,
        ["ReRamArrayHfO2PresetDevice"] = AihwkitClass.SoftBounds,
        ["ExpStepDevice"] = AihwkitClass.ExpStep,
        ["ReRamESPresetDevice"] = AihwkitClass.ExpStep,
        [OneDirectional] = AihwkitClass.ExpStep,
        ["PowStepDevice"] = AihwkitClass.PowStep,
        ["PowStepReferenceDevice"] = AihwkitClass.PowStep,
        ["PiecewiseStepDevice"] = AihwkitClass.Piecewise,
    };

    // The one field that only a class has, in the order in which it is looked for.
    private static readonly (string Field, AihwkitClass Class)[] ByField =
    [
        ("A_up", AihwkitClass.ExpStep), ("pow_gamma", AihwkitClass.PowStep), ("piecewise_up", AihwkitClass.Piecewise),
        ("reference_std", AihwkitClass.SoftBounds), ("gamma_up", AihwkitClass.LinearStep),
        ("mult_noise", AihwkitClass.SoftBounds),
    ];

    /// <summary>The class of a set of fields, and its name for the reader.</summary>
    /// <param name="fields">The fields.</param>
    /// <exception cref="ConfigurationException">The class is none that is imported.</exception>
    public static (AihwkitClass Class, string Name) Of(ForeignParameters fields)
    {
        if (Keys.FirstOrDefault(fields.Has) is not { } key) return Guessed(fields);
        var name = fields.Text(key)!;
        if (ByName.TryGetValue(name, out var known)) return (known, name);
        throw new ConfigurationException(new Problem("CBS1703", key,
            $"'{name}' is not one of {string.Join(", ", ByName.Keys)}; of a compound, give one of its devices"));
    }

    private static (AihwkitClass, string) Guessed(ForeignParameters fields)
    {
        var guess = ByField.Where(pair => fields.Has(pair.Field)).Select(pair => (AihwkitClass?)pair.Class).FirstOrDefault()
            ?? AihwkitClass.ConstantStep;
        var name = ByName.First(pair => pair.Value == guess).Key;
        fields.Note("class", $"is not given; by its fields this is {name}");
        return (guess, name);
    }
}
