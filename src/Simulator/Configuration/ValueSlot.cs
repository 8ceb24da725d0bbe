using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>What may be written in one place of a file.</summary>
/// <param name="Type">The type to bind to; never <see cref="Nullable{T}"/>.</param>
/// <param name="CanBeAbsent">Whether no value is a value.</param>
internal sealed record ValueSlot(Type Type, bool CanBeAbsent = false)
{
    /// <summary>Symbol of the SI unit, where the number is a quantity.</summary>
    public string? Unit { get; init; }

    /// <summary>Range of the number, or of each number of the list.</summary>
    public RangeAttribute? Range { get; init; }

    /// <summary>How many items the list may have.</summary>
    public LengthAttribute? Length { get; init; }

    /// <summary>Whether a single value may stand for a list of one.</summary>
    public bool OneOrMany { get; init; }

    /// <summary>Whether the text is a path, relative to the file that names it.</summary>
    public bool IsFile { get; init; }

    /// <summary>Whether anything may stand there, which only the key that it is meant for can judge.</summary>
    public bool IsAny => Type == typeof(AnyValue);

    /// <summary>Whether a list is bound.</summary>
    public bool IsList => Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    /// <summary>Whether a mapping is bound.</summary>
    public bool IsRecord => Type.IsClass && Type != typeof(string);

    /// <summary>The key whose value alone may stand for the whole mapping; null: none may.</summary>
    public OptionProperty? ShortForm => Type.GetCustomAttribute<ShortFormAttribute>() is { } form
        ? OptionProperty.Of(Type).Single(property => property.Info.Name == form.Property)
        : null;

    /// <summary>What to write for a record whose short form says all: its one key that is given; else null.</summary>
    /// <param name="record">The record, or another value.</param>
    public (ValueSlot Slot, object Value)? InShort(object record)
    {
        if (ShortForm is not { } key || key.Info.GetValue(record) is not { } value) return null;
        var given = OptionProperty.Of(Type).Count(property => property.Info.GetValue(record) is not null);
        return given == 1 ? (key.Slot, value) : null;
    }

    /// <summary>What each item of the list may be.</summary>
    public ValueSlot Item => this with
    {
        Type = Type.GetGenericArguments()[0],
        CanBeAbsent = false,
        Length = null,
        OneOrMany = false,
    };

    /// <summary>Reads the slot of a property from its type and attributes.</summary>
    /// <param name="property">A property of an options record.</param>
    public static ValueSlot Of(PropertyInfo property)
    {
        var nullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        return new ValueSlot(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, nullable)
        {
            Unit = property.GetCustomAttribute<QuantityAttribute>()?.Unit,
            Range = property.GetCustomAttribute<RangeAttribute>(),
            Length = property.GetCustomAttribute<LengthAttribute>(),
            OneOrMany = property.IsDefined(typeof(OneOrManyAttribute)),
            IsFile = property.IsDefined(typeof(FileReferenceAttribute)),
        };
    }
}
