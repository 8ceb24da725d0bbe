using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>What the names of the golden cases stand for.</summary>
internal static class GoldenCase
{
    public const double Rate = 0.01;

    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    public static TheoryData<string> Names => ["corrected_linear", "faithful_linear", "corrected_LTP0.8", "faithful_LTP0.8"];

    public static WeightMapping Linear { get; } =
        new(new LinearDeviceOptions { Gmin = Gmin, Gmax = Gmax, Pulses = 100 }, new MappingOptions());

    public static bool IsFaithful(string name) => name.StartsWith("faithful", StringComparison.Ordinal);

    public static SignPulseQuirks Quirks(string name) => new(IsFaithful(name), IsFaithful(name));

    /// <summary>The curve that pulses follow.</summary>
    public static WeightMapping Pulsed(string name) => name.EndsWith("linear", StringComparison.Ordinal)
        ? Linear
        : new(
            new ExponentialDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Pulses = 100,
                Potentiation = new ExponentialBranchOptions { A = 0.8 },
            },
            new MappingOptions());

    /// <summary>First weights: the original starts on the linear map whatever the curve of its pulses.</summary>
    public static double[] FirstWeights(string name, int[] pulses)
    {
        var table = (IsFaithful(name) ? Linear : Pulsed(name)).Table;
        return [.. pulses.Select(p => table[p])];
    }
}
