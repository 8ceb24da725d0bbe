using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What the kernels at the output share.</summary>
internal static class Logits
{
    /// <summary>Class of the first of the largest logits of one row.</summary>
    public static int FirstLargest(ArrayView<float> logits, int row, int classes)
    {
        // logits [batch x classes]; row: index of the sample's first logit.
        var best = 0;
        var largest = logits[row];
        for (var c = 1; c < classes; c++)
        {
            var z = logits[row + c];
            if (z > largest)
            {
                best = c;
                largest = z;
            }
        }

        return best;
    }
}
