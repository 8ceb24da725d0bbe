namespace CrossbarSim.Core.Devices.Imports;

/// <summary>What an imported device says of where it is from.</summary>
internal static class ForeignSource
{
    /// <summary>A sentence on the fields that are not in it, with a space before it; empty where there are none.</summary>
    /// <param name="notes">The fields.</param>
    public static string LeftOut(IReadOnlyList<ImportNote> notes)
    {
        string[] fields = [.. notes.Where(note => note.Field != "class").Select(note => note.Field)];
        return fields.Length == 0 ? "" : $" Not imported: {string.Join(", ", fields)}.";
    }
}
