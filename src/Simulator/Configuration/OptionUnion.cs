using System.Reflection;
using System.Text.Json.Serialization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>An abstract options record with several kinds, told apart by one key.</summary>
/// <param name="Key">The key, such as <c>law</c>.</param>
/// <param name="Kinds">Name and record of each kind.</param>
internal sealed record OptionUnion(string Key, IReadOnlyList<(string Name, Type Type)> Kinds)
{
    /// <summary>The union of which a type is the base or a kind; null for a plain record.</summary>
    public static OptionUnion? Of(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (t.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { } mark)
                return new OptionUnion(mark.TypeDiscriminatorPropertyName!,
                    [.. t.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(d => ((string)d.TypeDiscriminator!, d.DerivedType))]);
        return null;
    }

    public IReadOnlyCollection<string> Names => [.. Kinds.Select(kind => kind.Name)];

    public Type? Find(string name) => Kinds.FirstOrDefault(kind => kind.Name == name).Type;

    public string NameOf(Type type) => Kinds.First(kind => kind.Type == type).Name;
}
