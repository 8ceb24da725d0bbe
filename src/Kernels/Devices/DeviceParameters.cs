using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Kernels.Devices;

/// <summary>
/// What the devices of one array have of their own, rounded once for every backend. An array is null where all devices
/// are nominal. Order: as the states, [rows x columns x devices per weight].
/// </summary>
internal sealed class DeviceParameters
{
    private readonly DevicePopulation? _stuck;

    /// <summary>Draws the devices of an array.</summary>
    /// <param name="mapping">The nominal device.</param>
    /// <param name="table">Its law.</param>
    /// <param name="seed">Seed of the replica.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices.</param>
    public DeviceParameters(WeightMapping mapping, LawTable table, ulong seed, int layer, int count)
    {
        var population = new DevicePopulation(mapping.Device, seed, layer, count);
        if (population is { Gmin: { } low, Gmax: { } high }) (Scale, Offset) = Windows(mapping, low, high);
        if (population.StuckAt is not null) _stuck = population;
        if (population is { PotentiationGain: null, PotentiationShape: null, Budget: null }) return;
        Devices = new Device[count];
        for (var k = 0; k < count; k++)
        {
            var (up, down) = table.ShapeOf(population.PotentiationShape?[k] ?? 1, population.DepressionShape?[k] ?? 1);
            Devices[k] = new Device(Gain(population.PotentiationGain, k), Gain(population.DepressionGain, k), up, down,
                population.Budget?[k] ?? int.MaxValue);
        }
    }

    /// <summary>Weight per unit of u of each device.</summary>
    public float[]? Scale { get; }

    /// <summary>Weight of each device at the u that stands for 0.</summary>
    public float[]? Offset { get; }

    /// <summary>Gains and shapes of each device.</summary>
    public Device[]? Devices { get; }

    /// <summary>A device without spread.</summary>
    /// <param name="table">The law: the nominal curve lies on its grid of shapes.</param>
    public static Device Nominal(LawTable table)
    {
        var (up, down) = table.ShapeOf(1, 1);
        return new Device(DevicePosition.One, DevicePosition.One, up, down, int.MaxValue);
    }

    /// <summary>States with the devices that are stuck where they are stuck.</summary>
    /// <param name="codes">One per device; changed.</param>
    /// <returns>The same array.</returns>
    public int[] Stuck(int[] codes) => _stuck?.Stuck(codes) ?? codes;

    private static int Gain(double[]? gains, int k) =>
        gains is null ? DevicePosition.One : (int)Math.Round(gains[k] * DevicePosition.One);

    // w = scale ((g_low + u span - Gmin) / window - middle), with u measured from the middle.
    private static (float[] Scale, float[] Offset) Windows(WeightMapping mapping, double[] low, double[] high)
    {
        var (gmin, window) = (mapping.Device.Window.Gmin, mapping.Device.Window.Gmax - mapping.Device.Window.Gmin);
        var (scale, offset) = (new float[low.Length], new float[low.Length]);
        for (var k = 0; k < low.Length; k++)
        {
            var span = (high[k] - low[k]) / window;
            scale[k] = (float)Math.ScaleB(mapping.Scale * span, -LawParameters.FractionBits);
            offset[k] = (float)(mapping.Scale * ((low[k] - gmin) / window + (span - 1) * mapping.Middle));
        }

        return (scale, offset);
    }
}
