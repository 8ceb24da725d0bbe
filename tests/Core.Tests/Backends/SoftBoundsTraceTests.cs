using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>The soft-bounds device against single pulses of aihwkit.</summary>
public sealed class SoftBoundsTraceTests
{
    private const double Low = -0.5;
    private const double High = 0.8;

    [Fact]
    public void Every_pulse_of_the_golden_trace_is_followed()
    {
        // Between whole pulses the device moves on straight lines, which cut the corners of the exact law: a device on
        // the other branch's curve is off by up to an eighth of the squared step a pulse, and errors decay at the bounds.
        const double Bound = 2e-4;
        var devices = Device();
        foreach (var row in GoldenFiles.Csv("aihwkit/softbounds.csv"))
        {
            Assert.True(devices.Fire(0, rising: row["direction"] == "1"));
            var weight = Low + (High - Low) * devices.Fraction(0);
            Near.Equal(double.Parse(row["w"], CultureInfo.InvariantCulture), weight, Bound, $"pulse {row["pulse"]}");
        }
    }

    private static ReferenceDevices Device()
    {
        var mapping = new WeightMapping(SmallDevices.SoftBounds(0.02 / High, 0.016 / -Low), new MappingOptions());
        var devices = new ReferenceDevices(mapping, count: 1, seed: 1, layer: 0);
        var start = mapping.Law.Potentiation.Position(-Low / (High - Low)) * DevicePosition.One;
        devices.Write(LayerState.FromCodes([(int)Math.Round(start)], positions: true, branches: true));
        return devices;
    }
}
