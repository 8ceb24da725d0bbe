using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>Measured files for one test.</summary>
public abstract class MeasuredFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crossbarsim-fit-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Measurements Read(string text, MeasurementOptions? options = null)
    {
        var file = Path.Combine(_folder, "measured.csv");
        File.WriteAllText(file, text);
        return MeasurementReader.Read(file, options ?? new MeasurementOptions());
    }

    private protected string Refused(string text, MeasurementOptions? options = null) =>
        string.Join('\n', Assert.Throws<MeasurementException>(() => Read(text, options)).Problems)
            .Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
