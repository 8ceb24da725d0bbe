namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>A folder for one test, with a name that trips careless programs; removed at the end.</summary>
public abstract class ScratchFolder : IDisposable
{
    protected ScratchFolder() => Folder = Directory.CreateTempSubdirectory("crossbarsim tëst 忆 ").FullName;

    protected string Folder { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string In(string name) => Path.Combine(Folder, name);

    protected string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }
}
