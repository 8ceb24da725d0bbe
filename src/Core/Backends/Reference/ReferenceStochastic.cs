using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>The judge of <see cref="Stochastic"/> on one layer: samples in order, slots in order.</summary>
/// <param name="rule">Rate, length and management.</param>
/// <param name="array">The devices of the layer.</param>
internal sealed class ReferenceStochastic(Stochastic rule, ReferenceArray array) : IReferenceRule
{
    private const int WordsPerBlock = 4;
    private const double TwoTo32 = 1UL << 32;

    private readonly double _granularity = new NominalSteps(array.Mapping).Granularity;
    private readonly RandomNumbers _wordLines = new(array.Seed, StreamKind.WordLineTrain, array.Layer);
    private readonly RandomNumbers _bitLines = new(array.Seed, StreamKind.BitLineTrain, array.Layer);

    /// <inheritdoc/>
    public void Apply(ReferenceLayer layer, ReferenceArray devices, MiniBatch batch)
    {
        for (var sample = 0; sample < batch.Count; sample++)
            Fire(devices, layer.InputsOf(sample), layer.DeltasOf(sample), (uint)(batch.FirstSample + sample));
    }

    private void Fire(ReferenceArray devices, double[] inputs, double[] deltas, uint sample)
    {
        var trains = PulseTrains.Plan(rule, _granularity, inputs.Max(Math.Abs), deltas.Max(Math.Abs));
        for (var slot = 0; slot < trains.Slots; slot++)
        {
            var rows = Firing(_wordLines, inputs, trains.InputScale, sample, slot);
            var columns = Firing(_bitLines, deltas, trains.DeltaScale, sample, slot);
            foreach (var row in rows)
                foreach (var column in columns)
                    devices.Fire(row * deltas.Length + column, rising: inputs[row] * deltas[column] < 0);
        }
    }

    // The lines that fire in a slot.
    private static List<int> Firing(RandomNumbers numbers, double[] values, double scale, uint sample, int slot) =>
        [.. Enumerable.Range(0, values.Length).Where(line =>
            Word(numbers, (uint)line, sample, slot) < scale * Math.Abs(values[line]) * TwoTo32)];

    private static uint Word(RandomNumbers numbers, uint line, uint sample, int slot) =>
        numbers.Words(line, sample, (uint)(slot / WordsPerBlock))[slot % WordsPerBlock];
}
