using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>One key of an options record.</summary>
/// <param name="Info">The property.</param>
/// <param name="Key">Its name in YAML.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Slot">What may be written there.</param>
internal sealed record OptionProperty(PropertyInfo Info, string Key, bool Required, ValueSlot Slot)
{
    // Reading attributes takes microseconds, which a list of thousands of devices would feel.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<OptionProperty>> Known = new();

    /// <summary>The keys of a record: those of the base first, each in the order of the code.</summary>
    /// <param name="type">An options record.</param>
    public static IReadOnlyList<OptionProperty> Of(Type type) => Known.GetOrAdd(type, Find);

    private static IReadOnlyList<OptionProperty> Find(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && !p.IsDefined(typeof(JsonIgnoreAttribute)))
            .OrderBy(p => Depth(p.DeclaringType!)).ThenBy(p => p.MetadataToken)
            .Select(Create),
    ];

    private static OptionProperty Create(PropertyInfo property) => new(
        property, OptionNames.Key(property.Name), IsRequired(property), ValueSlot.Of(property));

    // By name: ScottPlot exports a type of the same name, so the compiler cannot tell which one is meant.
    private static bool IsRequired(PropertyInfo property) => property.GetCustomAttributesData()
        .Any(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.RequiredMemberAttribute");

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
