namespace CrossbarSim.Core.Options;

/// <summary>
/// A list that may be written as one value: the single value stands for every layer,
/// a list gives one value per layer.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOrManyAttribute : Attribute;
