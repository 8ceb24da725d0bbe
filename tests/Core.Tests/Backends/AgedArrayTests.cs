using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Ageing;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class AgedArrayTests
{
    private const int Weights = 33;

    private static readonly DeviceOptions Drifting = SmallDevices.TwoBranches(-0.5, 0.5) with
    {
        Variation = new VariationOptions
        {
            D2d = new DeviceSpreadOptions { A = 0.2, Gmax = 0.05 },
            Drift = new DriftOptions { Nu = 0.1, Sigma = 0.03 },
        },
    };

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Reference)]
    [InlineData(MappingKind.Differential)]
    public void Before_anything_drifts_the_weights_are_those_of_the_devices(MappingKind kind)
    {
        var frail = Drifting.Varied(own => own with
        {
            Write = new WriteNoiseOptions { Sigma = 0.003 },
            Faults = new FaultOptions { StuckAnywhere = 0.2, Unformed = 0.2 },
        });
        var mapping = new WeightMapping(frail, new MappingOptions { Kind = kind, Wmax = [0.7] });
        var (array, state) = (new ReferenceArray(mapping, Weights, 9, 1), State(mapping));
        array.Devices.Write(state);

        Near.Equal(array.Weights(), new AgedArray(mapping, Weights, 9, 1).Weights(state, 20, 0), 1e-14, "weights");
    }

    [Fact]
    public void A_weight_later_is_that_of_what_is_left_of_the_conductance()
    {
        var mapping = new WeightMapping(Drifting, new MappingOptions());
        var (array, state) = (new ReferenceArray(mapping, Weights, 9, 1), State(mapping));
        array.Devices.Write(state);
        var ageing = new DeviceAgeing(Drifting, 9, 1);
        double[] expected = [.. Enumerable.Range(0, Weights).Select(device => mapping.WeightOfConductance(
            array.Devices.Conductance(device) * Math.Pow(1e6 / 20, -ageing.Exponent(device))))];

        Near.Equal(expected, new AgedArray(mapping, Weights, 9, 1).Weights(state, 1e6, 3), 1e-14, "weights");
    }

    private static LayerState State(WeightMapping mapping)
    {
        var state = new LayerState(Weights * mapping.DevicesPerWeight);
        for (var device = 0; device < state.Pulses.Length; device++) state.Pulses[device] = device * 7 % 21;
        return state;
    }
}
