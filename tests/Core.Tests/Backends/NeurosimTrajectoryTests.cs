using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Law <c>neurosim</c> against trajectories of the program that it is named after.</summary>
public sealed class NeurosimTrajectoryTests
{
    public static TheoryData<string> Cases => [.. Rows().Select(row => row["case"]).Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_conductance_of_a_trajectory_is_reached(string name)
    {
        // 7.5e-7 for the six decimals of the program's table, the rest for positions of 2^-16 of a pulse.
        const double Bound = 3e-6;
        var devices = Device(name);
        foreach (var row in Rows().Where(row => row["case"] == name))
        {
            var pulses = int.Parse(row["pulses"], CultureInfo.InvariantCulture);
            for (var k = 0; k < Math.Abs(pulses); k++) devices.Fire(0, rising: pulses > 0);
            Near.Equal(Number(row["conductance_norm"]), devices.Fraction(0), Bound, $"u after step {row["step"]}");
            Near.Equal(Number(row["conductance_S"]), devices.Conductance(0), Bound * 4e-8, $"G after step {row["step"]}");
        }
    }

    private static ReferenceDevices Device(string name)
    {
        var labels = name["nl".Length..].Split('_');
        var device = new NeurosimDeviceOptions
        {
            Gmin = 3.0769e-9,
            Gmax = 38.462e-9,
            Potentiation = new NeurosimBranchOptions { Nonlinearity = Number(labels[0]), Pulses = 97 },
            Depression = new NeurosimBranchOptions { Nonlinearity = Number(labels[1]), Pulses = 100 },
        };
        return new ReferenceDevices(new WeightMapping(device, new MappingOptions()), count: 1, seed: 1, layer: 0);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows() => GoldenFiles.Csv("neurosim/trajectories.csv");
}
