using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class DevicePositionTests
{
    private static readonly Gen<int> Positions = Gen.Int[0, DeviceOptions.MostPulses << DevicePosition.Bits];

    [Fact]
    public void A_code_holds_a_position_and_a_branch() =>
        Gen.Select(Positions, Gen.Bool).Sample((position, depression) =>
        {
            var code = DevicePosition.Code(position, depression);
            Assert.Equal((position, depression), (DevicePosition.Position(code), DevicePosition.IsDepression(code)));
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0x7FFF, 0)]
    [InlineData(0x8000, 1)]
    [InlineData(0x1_7FFF, 1)]
    [InlineData(0x1_8000, 2)]
    public void P_is_the_position_rounded_half_up(int position, int pulses)
    {
        Assert.Equal(pulses, DevicePosition.Pulses(DevicePosition.Code(position, depression: false)));
        Assert.Equal(pulses, DevicePosition.Pulses(DevicePosition.Code(position, depression: true)));
    }

    [Fact]
    public void A_state_of_codes_gives_the_same_codes_again() =>
        Gen.Select(Positions, Gen.Bool, DevicePosition.Code).Array.Sample(codes =>
            Assert.Equal(codes, LayerState.FromCodes(codes, positions: true, branches: true).Codes()));

    [Fact]
    public void A_state_without_positions_stands_at_whole_pulses_of_the_potentiation_branch()
    {
        var state = new LayerState(2) { Pulses = [3, 7] };
        Assert.Equal([3 << 16, 7 << 16], state.Codes());
        Assert.Null(LayerState.FromCodes(state.Codes(), positions: false, branches: false).PositionsQ16);
    }
}
