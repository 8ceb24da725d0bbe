using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>The pulse train of one line: a 32-bit word, a slot a bit.</summary>
internal static class TrainWord
{
    /// <summary>Draws a train.</summary>
    /// <param name="numbers">Random numbers of the lines.</param>
    /// <param name="line">Which line.</param>
    /// <param name="step">Number of the sample since the run began.</param>
    /// <param name="probability">With which the line fires in a slot.</param>
    /// <param name="length">Slots.</param>
    public static uint Of(RandomNumbers numbers, int line, uint step, float probability, int length)
    {
        var bound = PulseTrains.Bound(probability);
        var train = 0u;
        if (bound == 0) return train;
        for (var slot = 0; slot < length; slot += 4)
        {
            var words = numbers.Words((uint)line, step, (uint)slot / 4);
            for (var k = 0; k < 4 && slot + k < length; k++)
                if (PulseTrains.Fires(NormalDeviates.Word(words, k), bound)) train |= 1u << (slot + k);
        }

        return train;
    }
}
