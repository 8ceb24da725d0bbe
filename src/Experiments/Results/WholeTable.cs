namespace CrossbarSim.Experiments.Results;

/// <summary>Tables of no run, written in one go, in the dialect of those of a run.</summary>
public static class WholeTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Rows of fields, as many as there are columns.</param>
    /// <exception cref="IOException">The disk is full or the like; the file is as it was.</exception>
    public static void Write(string path, IEnumerable<string> columns, IEnumerable<IEnumerable<string>> rows) =>
        AtomicFile.Write(path, file => file.Write(TableText.Lines([columns, .. rows])));
}
