using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Comparing;

public sealed class ShippedVariantTests : ScratchFolder
{
    public static TheoryData<string> Presets => [.. DevicePresets.Names];

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_variant_of_a_shipped_device_is_a_valid_device_without_that_variant(string preset)
    {
        var device = DeviceLoader.Load(preset).OrThrow();
        var variants = IdealVariants.Of([device]);
        Assert.NotEmpty(variants);
        Assert.All(variants, variant =>
        {
            var changed = variant.Layers[0];
            var read = DeviceLoader.Load(Write("variant.yaml", OptionWriter.Write(changed))).OrThrow();
            Assert.Equal(OptionWriter.Write(changed), OptionWriter.Write(read));
            Assert.Equal(device.Window, changed.Window);
            if (variant.Parameter != "states")
                Assert.DoesNotContain(variant.Parameter, IdealVariants.Of([changed]).Select(v => v.Parameter));
        });
    }
}
