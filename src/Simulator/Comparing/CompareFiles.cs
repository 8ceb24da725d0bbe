using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>Writes the tables and pictures of a comparison; each replaces what was there in one step.</summary>
/// <param name="folder">The comparison.</param>
internal sealed class CompareFiles(CompareFolder folder)
{
    /// <summary>Writes every epoch of every run, finished or not.</summary>
    /// <param name="devices">Devices and variants.</param>
    /// <returns>The file.</returns>
    public string WriteEpochs(IReadOnlyList<ComparedRuns> devices)
    {
        CompareTables.WriteEpochs(folder.At("compare.csv"), devices);
        return folder.At("compare.csv");
    }

    /// <summary>Writes what needs all epochs.</summary>
    /// <param name="report">What the runs came to.</param>
    /// <param name="data">Name of the data set.</param>
    /// <returns>Tables, then pictures (PNG).</returns>
    public IReadOnlyList<string> WriteSummary(CompareReport report, string data)
    {
        CompareTables.WriteSummary(folder.At("summary.csv"), report.Summaries);
        AtomicFile.WriteText(folder.At("README.md"), CompareReadme.Text(report));
        List<string> files = [folder.At("summary.csv"), folder.At("README.md")];
        if (report.Sensitivity.Count > 0)
        {
            files.Add(folder.At("sensitivity.csv"));
            CompareTables.WriteSensitivity(folder.At("sensitivity.csv"), report.Sensitivity);
        }

        files.AddRange(Pictures(report, data).Select(picture => picture.Png));
        return files;
    }

    // The untrained network, at a tenth, would press what is compared flat.
    private static List<EpochPoint> Trained(RunFigures run) =>
        [.. run.Rows.Where(row => row.Epoch > 0).Select(RunPictures.Point)];

    private IEnumerable<FigureFiles> Pictures(CompareReport report, string data)
    {
        var title = $"Devices on {data}: same seeds, same mini-batches";
        yield return ComparisonFigure.Save([.. report.Devices.Select(device => new ComparedRun(
            device.Device.Name, [.. device.Seeds.Select(Trained)]))],
            folder.At("accuracy"), title);
        yield return NonlinearityFigure.Save(report.Summaries, folder.At("nonlinearity"), title);
        yield return PulsesPerDeviceFigure.Save(report.Summaries, folder.At("pulses"), $"Pulses per memristor, {data}");
        if (report.Sensitivity.Count > 0)
            yield return SensitivityFigure.Save(report.Sensitivity, folder.At("sensitivity"), "One parameter ideal at a time");
    }
}
