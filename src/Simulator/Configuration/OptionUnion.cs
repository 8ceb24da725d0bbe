using System.Reflection;
using System.Text.Json.Serialization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Records of which one key says which is meant.</summary>
/// <param name="Key">The key that tells them apart.</param>
/// <param name="Cases">Its values, and the record that each stands for.</param>
internal sealed record OptionUnion(string Key, IReadOnlyList<(string Name, Type Type)> Cases)
{
    /// <summary>The union that a type is the base of or belongs to, or null.</summary>
    /// <param name="type">An options record.</param>
    public static OptionUnion? Of(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (at.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { } marked)
                return new OptionUnion(marked.TypeDiscriminatorPropertyName ?? "$type", Derived(at));
        return null;
    }

    /// <summary>The value of the key that stands for a record.</summary>
    /// <param name="type">One of the records.</param>
    public string NameOf(Type type) => Cases.Single(c => c.Type == type).Name;

    private static (string, Type)[] Derived(Type root) =>
        [.. root.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false)
            .Select(d => ((string)d.TypeDiscriminator!, d.DerivedType))];
}
