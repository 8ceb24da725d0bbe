using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Core.Tests.Options;

public sealed class OptionNamesTests
{
    [Theory]
    [InlineData("A", "a")]
    [InlineData("Gmin", "gmin")]
    [InlineData("C2c", "c2c")]
    [InlineData("LearningRate", "learning_rate")]
    [InlineData("KeepTrainedAtEnds", "keep_trained_at_ends")]
    public void Keys_are_written_with_underscores(string name, string key) => Assert.Equal(key, OptionNames.Key(name));

    [Theory]
    [InlineData("None", "none")]
    [InlineData("EveryEpoch", "every-epoch")]
    [InlineData("EpochSign", "epoch-sign")]
    public void Values_are_written_with_hyphens(string name, string value) => Assert.Equal(value, OptionNames.Value(name));

    [Fact]
    public void The_mappings_have_the_names_of_the_design() => Assert.Equal(
        ["offset", "reference", "differential"], Enum.GetNames<MappingKind>().Select(OptionNames.Value));
}
