using System.Text;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;
using CrossbarSim.Experiments.Results;
using CrossbarSim.HardwareBridge;
using CrossbarSim.Simulator.Boards;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Images;
using CrossbarSim.Validation.Predict;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>The readers that take files from strangers.</summary>
internal static class FuzzTargets
{
    private static readonly DeviceOptions Device = new LinearDeviceOptions { Gmin = 1e-6, Gmax = 5e-5, Pulses = 20 };

    private static readonly IReadOnlyList<StateLayer> Arrays =
        [.. NetworkShape.Dense([7, 5, 3], Activation.Relu, bias: true).Layers
            .Select(shape => new StateLayer(shape, Device, new MappingOptions()))];

    /// <summary>All of them.</summary>
    /// <param name="root">The repository.</param>
    public static IReadOnlyList<FuzzTarget> All(string root) =>
        [Yaml(root), Idx(), Table(), State(), Picture(), Answers(), Journal(), Plan()];

    private static FuzzTarget Yaml(string root) => new(
        "yaml", "yaml",
        [.. Directory.GetFiles(Path.Combine(root, "configs"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => Encoding.UTF8.GetBytes(Findable(File.ReadAllText(file), root)))],
        CheckYaml, IsAnswer);

    // A case lies in another folder, from where the files that it names are to be found all the same.
    private static string Findable(string text, string root) =>
        text.Replace(": ../", $": {Path.Combine(root, "configs")}/", StringComparison.Ordinal);

    private static void CheckYaml(string file)
    {
        if (FileCheck.Run([file]) is { ExitCode: not 0, Rendered.Count: > 0 })
            throw new ConfigurationException([]);
    }

    private static FuzzTarget Idx() => new("idx", "bin", IdxSamples.All, IdxSamples.Read, IsAnswer);

    private static FuzzTarget Table() => new(
        "csv", "csv",
        [[
            .. "epoch,train_loss,train_accuracy,test_loss,test_accuracy,"u8,
            .. "pulses_potentiation,pulses_depression,pulses_refused\n"u8,
            .. "0,34.5,0.0787,34.6,0.0817,0,0,0\n1,15.9,0.25,,,35905,45503,822\n"u8,
            .. "2,\"5.9\",0.5,6.3,0.5,36470,43198,1364\n"u8,
        ]],
        file => RunTable.Read<EpochRow>(file), IsAnswer);

    private static FuzzTarget State() => new(
        "state", "h5", [StateSamples.Write(Arrays, weights: false), StateSamples.Write(Arrays, weights: true)],
        file => StateFile.ReadCheckpoint(file, Arrays), IsAnswer);

    private static FuzzTarget Picture() => new(
        "picture", "img", [.. PictureForm.All.Select(form => form.Encode(Stroke(), 0))],
        file => PictureReader.Read(file, Ink.Auto), IsAnswer);

    private static FuzzTarget Answers() =>
        new("link", "bin", LinkSamples.Answers, LinkSamples.ReadAnswers, e => e is BoardException);

    private static FuzzTarget Journal() =>
        new("journal", "journal", [LinkSamples.Journal], LinkSamples.ReadJournal, e => e is BoardException);

    private static FuzzTarget Plan() => new("plan", "csv", [LinkSamples.Plan], file => PlanFile.Read(file), IsAnswer);

    // The ink of a 1, 28 x 28.
    private static byte[] Stroke() =>
        [.. Enumerable.Range(0, 28 * 28).Select(k => (byte)(k / 28 is >= 4 and < 24 && k % 28 is >= 12 and < 16 ? 255 : 0))];

    private static bool IsAnswer(Exception e) =>
        e is DataFileException or ConfigurationException or LocatedConfigurationException;
}
