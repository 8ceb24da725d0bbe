namespace CrossbarSim.Core.Randomness;

/// <summary>The order in which an epoch visits the samples.</summary>
public static class SampleOrder
{
    /// <summary>
    /// The order of one epoch: a function of (<paramref name="orderSeed"/>, <paramref name="epoch"/>) alone,
    /// so that runs with different seeds see the same mini-batches.
    /// </summary>
    /// <param name="count">Number of samples.</param>
    /// <param name="orderSeed">Seed of the order.</param>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="shuffle">False: the order of the file.</param>
    /// <returns>A permutation of 0 .. count - 1 (Fisher and Yates).</returns>
    public static int[] ForEpoch(int count, ulong orderSeed, int epoch, bool shuffle)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        if (!shuffle) return order;
        var stream = new RandomNumbers(orderSeed, StreamKind.SampleOrder);
        for (var last = count - 1; last > 0; last--)
        {
            var chosen = stream.Below(last + 1, (uint)last, (uint)epoch);
            (order[last], order[chosen]) = (order[chosen], order[last]);
        }

        return order;
    }
}
