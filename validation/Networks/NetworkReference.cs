using System.Globalization;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Networks;

/// <summary>What an independent replica of the original program's second network gave, over 3 seeds.</summary>
/// <param name="Network">File under configs/seed, without extension.</param>
/// <param name="Epoch">Epoch: one step on all samples.</param>
/// <param name="Loss">Training loss before the epoch's step, nats.</param>
/// <param name="Accuracy">Test accuracy after it, 0 .. 1.</param>
internal sealed record NetworkReference(string Network, int Epoch, MeanAndSpread Loss, MeanAndSpread Accuracy)
{
    /// <summary>Reads replica.csv.</summary>
    public static IReadOnlyList<NetworkReference> All() =>
        [.. File.ReadLines("validation/Networks/replica.csv").Skip(1).Select(line => Parse(line.Split(',')))];

    private static NetworkReference Parse(string[] fields) => new(
        fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), Numbers(fields, 2), Numbers(fields, 4));

    private static MeanAndSpread Numbers(string[] fields, int at) => new(
        double.Parse(fields[at], CultureInfo.InvariantCulture), double.Parse(fields[at + 1], CultureInfo.InvariantCulture), 3);
}
