using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>A property of an options record as a YAML key: name, kind, unit, range and meaning.</summary>
internal sealed class OptionProperty
{
    private readonly PropertyInfo _property;

    private OptionProperty(PropertyInfo property) => _property = property;

    public string Key => OptionNames.Key(_property.Name);

    public Type Type => _property.PropertyType;

    public bool Required => _property.CustomAttributes.Any(a => a.AttributeType.Name == "RequiredMemberAttribute");

    public bool IsFile => _property.IsDefined(typeof(FileReferenceAttribute));

    public bool IsOneOrMany => _property.IsDefined(typeof(OneOrManyAttribute));

    public string? Unit => _property.GetCustomAttribute<QuantityAttribute>()?.Unit;

    public RangeAttribute? Range => _property.GetCustomAttribute<RangeAttribute>();

    public LengthAttribute? Length => _property.GetCustomAttribute<LengthAttribute>();

    public string Description => _property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";

    public object? Get(object options) => _property.GetValue(options);

    public void Set(object options, object? value) => _property.SetValue(options, value);

    /// <summary>The keys of a record, those of the base record first.</summary>
    public static IReadOnlyList<OptionProperty> Of(Type record) =>
        [.. Ancestry(record).SelectMany(type => type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.CanWrite && !p.IsDefined(typeof(JsonIgnoreAttribute)))
            .Select(p => new OptionProperty(p)))];

    private static IEnumerable<Type> Ancestry(Type type) =>
        type.BaseType is null || type.BaseType == typeof(object) ? [type] : [.. Ancestry(type.BaseType), type];
}
