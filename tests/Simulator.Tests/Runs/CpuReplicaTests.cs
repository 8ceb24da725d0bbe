using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Runs;

/// <summary>On the CPU what a run comes to does not depend on who trains beside it, nor on the threads.</summary>
public sealed class CpuReplicaTests : ScratchFolder
{
    [Theory]
    [InlineData("{ kind: epoch-sign, learning_rate: 0.05 }", "offset")]
    [InlineData("{ kind: batch-sign, threshold: { quantile: 0.8 }, quantile_every: 3 }", "reference")]
    [InlineData("{ kind: accumulate, learning_rate: 0.3, max_pulses: 2 }", "offset")]
    [InlineData("{ kind: stochastic }", "differential, pair: one")]
    [InlineData("{ kind: adam }", "offset")]
    public void A_run_gives_the_same_bytes_alone_and_in_any_group(string rule, string mapping)
    {
        ExperimentOptions[] experiments =
            [.. SmallExperiment.Devices.Select((device, i) => SmallExperiment.Of(rule, mapping, device, 7 + ((ulong)i & 1)))];
        var alone = experiments.Select(e => Train(threads: 1, e)[0]).ToList();
        var numbers = new RandomNumbers(23, StreamKind.Fuzz);
        for (uint trial = 0; trial < 3; trial++)
        {
            int[] members = [.. Enumerable.Range(0, 2 + numbers.Below(4, trial))
                .Select(k => numbers.Below(experiments.Length, trial, (uint)k + 1))];
            var together = Train(threads: 1 + (int)trial, [.. members.Select(m => experiments[m])]);
            foreach (var (place, member) in members.Index())
            {
                Assert.Equal(alone[member].Rows, together[place].Rows);
                Assert.Equal(alone[member].State, together[place].State);
            }
        }
    }

    private IReadOnlyList<(EpochRow[] Rows, byte[] State)> Train(int threads, params ExperimentOptions[] experiments)
    {
        var setup = new ReplicaSetup(RunSetup.All(experiments, SmallExperiment.Data, threads));
        using var backend = new CpuBackend();
        using var engine = setup.Start(backend);
        var epochs = new Trainer(engine, setup.Experiments).Run(finished: -1).ToList();
        return [.. setup.Runs.Select((run, replica) =>
        {
            StateFile.Write(In("s.h5"), run.Arrays, new StateSnapshot(run.Options.Seed, 3, engine.ReadState(replica)));
            return (epochs.Select(rows => rows[replica]).ToArray(), File.ReadAllBytes(In("s.h5")));
        })];
    }
}
