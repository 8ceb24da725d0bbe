using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Backends;

/// <summary>
/// Which reads of the devices a forward pass makes, one for each sample: what read noise is a function of, besides seed,
/// layer and output.
/// </summary>
/// <param name="Kind">What the reads are for.</param>
/// <param name="First">Number of the read of the first sample.</param>
public readonly record struct ReadNumbers(StreamKind Kind, uint First)
{
    private const int SetBits = 30;

    /// <summary>A pass through weights that are numbers, not devices: no noise.</summary>
    public static ReadNumbers None => default;

    /// <summary>Whether devices are read.</summary>
    public bool AreNoisy => Kind != 0;

    /// <summary>A mini-batch of training.</summary>
    /// <param name="rule">A rule whose weights are not those of the devices reads none.</param>
    /// <param name="firstSample">Training samples visited before since the run began.</param>
    public static ReadNumbers Training(BatchRule rule, long firstSample) =>
        rule is PulseRule ? new ReadNumbers(StreamKind.ReadNoise, (uint)firstSample) : None;

    /// <summary>A part of an evaluation: the same reads each time, so that it depends on nothing but the state.</summary>
    /// <param name="set">Which set.</param>
    /// <param name="firstSample">The first sample in it.</param>
    public static ReadNumbers Evaluation(SampleChoice set, int firstSample) =>
        new(StreamKind.EvaluationNoise, ((uint)set << SetBits) + (uint)firstSample);

    /// <summary>Number of the read of a sample.</summary>
    /// <param name="place">Its place in the pass, from 0.</param>
    public uint Of(int place) => First + (uint)place;
}
