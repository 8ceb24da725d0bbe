using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Imports;
using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Imports;

/// <summary>Makes a device of a parameter set of another simulator.</summary>
/// <param name="name">What to call the device.</param>
/// <param name="window">The window of a device whose conductances have no unit.</param>
internal sealed class DeviceImporter(string name, ConductanceWindow window)
{
    private readonly LoadSession _session = new();

    /// <summary>Reads the parameters and makes the device.</summary>
    /// <param name="file">Their file; null: all are given as words.</param>
    /// <param name="words">Further ones, <c>name=value</c>: they stand before those of the file.</param>
    /// <exception cref="LocatedConfigurationException">Something is wrong with them.</exception>
    public LocatedImport Run(string? file, IEnumerable<string> words)
    {
        var reader = new ForeignFile(_session);
        var root = file is null
            ? new MappingNode([], new Location(_session.Files.FromCommandLine("the command line", ""), 1, 1))
            : reader.Read(file);
        ThrowIfWrong();
        root = words.Select(reader.Word).Aggregate(root!, (mapping, entry) => mapping.With(entry));
        var imported = Imported(root, file is null ? "the command line" : Path.GetFileName(file));
        var yaml = OptionWriter.Write(imported.Device);
        return new LocatedImport(yaml, Sound(yaml), [.. imported.Notes.Select(note => Warning(note, root))]);
    }

    private ImportedDevice Imported(MappingNode root, string from)
    {
        var fields = new ForeignParameters(root.Entries.ToDictionary(entry => entry.Key, entry => Texts(entry.Value)));
        try
        {
            if (NeurosimImport.Fits(fields)) return NeurosimImport.Read(fields, name, from);
            if (AihwkitImport.Fits(fields)) return AihwkitImport.Read(fields, name, from, window);
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems) _session.Problems.Add(problem, root.Nearest(problem.Path).At);
        }

        if (_session.Problems.Sorted().Count == 0)
            _session.Problems.Add("CBS1705", "", "these are neither the fields of a device of aihwkit, such as dw_min, nor of a "
                + "cell of NeuroSim, such as maxNumLevelLTP", root.At);
        throw new LocatedConfigurationException(_session.Problems.Sorted());
    }

    // What a device file must hold to is checked where all device files are: by reading it.
    private static DeviceOptions Sound(string yaml)
    {
        var session = new LoadSession();
        var source = session.Files.FromText("the imported device", Directory.GetCurrentDirectory(), yaml);
        return Commands.Loaded.OrThrow(DeviceLoader.Finish(session, session.Parse(source)));
    }

    private static LocatedProblem Warning(ImportNote note, MappingNode root) => new(
        new Problem("CBS1706", note.Field, note.Reason, Severity.Warning),
        root.Nearest(note.Field.Split(',')[0]).At);

    private static IReadOnlyList<string> Texts(LocatedNode node) => node switch
    {
        ScalarNode scalar => [scalar.Text],
        SequenceNode list => [.. list.Items.Select(item => item is ScalarNode text ? text.Text : item.Kind)],
        _ => [node.Kind],
    };

    private void ThrowIfWrong()
    {
        if (_session.Problems.Sorted() is { Count: > 0 } problems) throw new LocatedConfigurationException(problems);
    }
}
