namespace CrossbarSim.Core.Randomness;

/// <summary>What a random number is for; each purpose has numbers of its own.</summary>
public enum StreamKind
{
    /// <summary>First state of each device.</summary>
    InitialState = 1,

    /// <summary>Order of the samples in an epoch.</summary>
    SampleOrder = 2,

    /// <summary>Drawing of the embedded digits.</summary>
    Digits = 3,

    /// <summary>Damage done to files by the fuzz tests.</summary>
    Fuzz = 4,

    /// <summary>What each device differs by from the nominal one.</summary>
    DeviceSpread = 5,

    /// <summary>Cycle-to-cycle noise: step n / 4 and word n % 4 for the n-th pulse fired at a device, from 0.</summary>
    CycleNoise = 6,

    /// <summary>Pulse trains of word lines: step is the sample's number, draw slot / 4, word slot % 4.</summary>
    WordLineTrain = 7,

    /// <summary>Pulse trains of bit lines, numbered likewise.</summary>
    BitLineTrain = 8,

    /// <summary>
    /// Write noise: numbered as <see cref="CycleNoise"/>, by the pulses fired at the device so far.
    /// </summary>
    WriteNoise = 9,

    /// <summary>
    /// Read noise of a forward pass in training: the device is the output, step n / 4 and word n % 4 for the n-th sample
    /// that the run trains on, from 0.
    /// </summary>
    ReadNoise = 10,

    /// <summary>
    /// Read noise of an evaluation, likewise: n is the sample's number in its set, plus 2^30 for test samples and 2^31 for
    /// those held out.
    /// </summary>
    EvaluationNoise = 11,

    /// <summary>Drift exponent of each device.</summary>
    DriftExponent = 32,

    /// <summary>Retention time of each device.</summary>
    RetentionTime = 33,

    /// <summary>Which devices have a trap.</summary>
    Trap = 34,

    /// <summary>Whether the trap of a device is occupied; the step is the number of the reading.</summary>
    TrapState = 35,

    /// <summary>Noise of the readings of write-verify; the step is the reading's number at the device.</summary>
    VerifyRead = 36,

    /// <summary>Noise of the reads of an emulated board: step is the number of the read of that cell.</summary>
    BoardReading = 64,

    /// <summary>Faults of an emulated line (layer 0) and nonces of an emulated board (layer 1).</summary>
    Emulation = 65,

    /// <summary>Values that a sweep draws: the layer is the axis, the device the sample.</summary>
    SweepSample = 80,
}

/// <summary>
/// Random numbers as a pure function of (seed, stream, layer, device, step, draw): never of a thread, a
/// backend, the place in a batch, or what was drawn before.
/// </summary>
/// <param name="Seed">The run's own seed.</param>
/// <param name="Kind">What the numbers are for.</param>
/// <param name="Layer">Layer, 0 .. 255; 0 where there is none.</param>
public readonly record struct RandomNumbers(ulong Seed, StreamKind Kind, int Layer = 0)
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);

    /// <summary>Four uniform words.</summary>
    /// <param name="device">Device (or sample) within the layer.</param>
    /// <param name="step">Pulse, read or epoch number.</param>
    /// <param name="draw">Number of the block within that step; 0 .. 65,535.</param>
    public Philox.Block Words(uint device, uint step = 0, uint draw = 0) =>
        Philox.Generate(
            new Philox.Block(device, step, draw, ((uint)Kind << 8) | (uint)Layer),
            ((uint)Seed, (uint)(Seed >> 32)));

    /// <summary>A uniform double in [0, 1), with 53 random bits.</summary>
    /// <param name="device">Device (or sample) within the layer.</param>
    /// <param name="step">Pulse, read or epoch number.</param>
    /// <param name="draw">Number of the draw within that step.</param>
    public double Uniform(uint device, uint step = 0, uint draw = 0)
    {
        var words = Words(device, step, draw);
        return (((ulong)words.W0 << 21) ^ (words.W1 >> 11)) * TwoToMinus53;
    }

    /// <summary>A normal deviate with mean 0 and standard deviation 1: the quantile of one uniform number.</summary>
    /// <param name="device">Device (or sample) within the layer.</param>
    /// <param name="step">Pulse, read or epoch number.</param>
    /// <param name="draw">Number of the draw within that step.</param>
    /// <returns>Within +-8.3: the uniform number has 53 bits, and 0 counts as half of the smallest other.</returns>
    public double Normal(uint device, uint step = 0, uint draw = 0) =>
        NormalDistribution.Quantile(Math.Max(Uniform(device, step, draw), TwoToMinus53 / 2));

    /// <summary>A uniform integer in 0 .. <paramref name="count"/> - 1.</summary>
    /// <param name="count">How many values; at least 1. The bias is below count / 2^64.</param>
    /// <param name="device">Device (or sample) within the layer.</param>
    /// <param name="step">Pulse, read or epoch number.</param>
    /// <param name="draw">Number of the draw within that step.</param>
    public int Below(int count, uint device, uint step = 0, uint draw = 0)
    {
        var words = Words(device, step, draw);
        return (int)Math.BigMul(((ulong)words.W0 << 32) | words.W1, (ulong)count, out _);
    }
}
