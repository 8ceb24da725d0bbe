namespace CrossbarSim.Simulator.Tests.Plots;

/// <summary>A folder of its own for one test, removed afterwards.</summary>
public abstract class FigureFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossbarsim figures µ 図 ").FullName;

    protected string Base(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
