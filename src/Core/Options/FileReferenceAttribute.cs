namespace CrossbarSim.Core.Options;

/// <summary>A path, written relative to the file that names it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FileReferenceAttribute : Attribute;
