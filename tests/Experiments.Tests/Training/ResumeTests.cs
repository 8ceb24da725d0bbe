using CrossbarSim.Experiments.Tests.Results;

namespace CrossbarSim.Experiments.Tests.Training;

/// <summary>A run that went through its state file is the run that never stopped, byte by byte.</summary>
public sealed class ResumeTests
{
    [Theory]
    [MemberData(nameof(EveryRule.Names), MemberType = typeof(EveryRule))]
    public void Every_rule_goes_on_from_a_state_file_as_if_never_stopped(string name)
    {
        using var folder = new TemporaryFolder();
        var experiment = EveryRule.Of(name);
        var whole = SmallRuns.Train(experiment)[0];
        for (var stop = 0; stop < SmallRuns.Epochs; stop += 2)
        {
            var parts = SmallRuns.TrainInTwoParts(experiment, stop, folder["half.h5"]);
            Assert.Equal(whole.Rows, parts.Rows);
            Assert.Equal(
                SmallRuns.StateBytes(experiment, whole, folder["whole.h5"]),
                SmallRuns.StateBytes(experiment, parts, folder["parts.h5"]));
        }
    }
}
