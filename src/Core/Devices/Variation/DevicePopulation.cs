using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// The devices of one array, each with its own parameters: a function of (seed, layer, device) alone. An array is null
/// where every device is nominal.
/// </summary>
public sealed class DevicePopulation
{
    /// <summary>Deviates are cut at plus and minus this, so that no window can cross unseen.</summary>
    public const double Cut = 5;

    private const double LeastShape = 0.1;
    private const double LeastGain = 1.0 / DevicePosition.One;

    // Each parameter has deviates of its own, so that asking for one spread does not change another.
    private enum Parameter : uint
    {
        Gmin,
        Gmax,
        PotentiationGain,
        DepressionGain,
        PotentiationShape,
        DepressionShape,
    }

    /// <summary>Draws the devices of an array.</summary>
    /// <param name="device">The nominal device and its spreads.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices of the array.</param>
    public DevicePopulation(DeviceOptions device, ulong seed, int layer, int count)
    {
        if (device.Variation?.D2d is not { IsAny: true } spread) return;
        var numbers = new RandomNumbers(seed, StreamKind.DeviceSpread, layer);
        double[]? Draw(Parameter parameter, double sigma) => sigma == 0
            ? null
            : [.. Enumerable.Range(0, count).Select(k =>
                1 + sigma * Math.Clamp(numbers.Normal((uint)k, (uint)parameter), -Cut, Cut))];
        if (spread.Gmin > 0 || spread.Gmax > 0)
        {
            Gmin = Times(device.Window.Gmin, Draw(Parameter.Gmin, spread.Gmin), count);
            Gmax = Times(device.Window.Gmax, Draw(Parameter.Gmax, spread.Gmax), count);
        }

        PotentiationGain = AtLeast(LeastGain, Magnitudes(Draw(Parameter.PotentiationGain, spread.Gain)));
        DepressionGain = AtLeast(LeastGain, Magnitudes(Draw(Parameter.DepressionGain, spread.Gain)));
        PotentiationShape = AtLeast(LeastShape, Draw(Parameter.PotentiationShape, spread.Shape));
        DepressionShape = device.CreateLaw().IsOneCurve
            ? PotentiationShape
            : AtLeast(LeastShape, Draw(Parameter.DepressionShape, spread.Shape));
    }

    /// <summary>Lower end of each device's window, siemens.</summary>
    public double[]? Gmin { get; }

    /// <summary>Upper end of each device's window, siemens.</summary>
    public double[]? Gmax { get; }

    /// <summary>Factor on how far a rising pulse moves each device.</summary>
    public double[]? PotentiationGain { get; }

    /// <summary>Factor on how far a falling pulse moves each device.</summary>
    public double[]? DepressionGain { get; }

    /// <summary>Factor on the shape parameter of each device's rising branch.</summary>
    public double[]? PotentiationShape { get; }

    /// <summary>Factor on the shape parameter of each device's falling branch.</summary>
    public double[]? DepressionShape { get; }

    /// <summary>The smallest and the largest factor on a shape parameter that a spread can give.</summary>
    /// <param name="sigma">Relative standard deviation.</param>
    public static (double Low, double High) ShapeRange(double sigma) =>
        (Math.Max(LeastShape, 1 - Cut * sigma), 1 + Cut * sigma);

    private static double[] Times(double nominal, double[]? factors, int count) =>
        factors is null ? [.. Enumerable.Repeat(nominal, count)] : [.. factors.Select(f => nominal * f)];

    private static double[]? Magnitudes(double[]? values) => values is null ? null : [.. values.Select(Math.Abs)];

    private static double[]? AtLeast(double least, double[]? values) =>
        values is null ? null : [.. values.Select(v => Math.Max(v, least))];
}
