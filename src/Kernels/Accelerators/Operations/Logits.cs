using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What the kernels at the output share.</summary>
internal static class Logits
{
    /// <summary>Class of the first of the largest logits of one row.</summary>
    public static int FirstLargest(ArrayView<float> logits, int row, int classes)
    {
        // logits [batch x stride]; row: index of the sample's first logit.
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

    /// <summary>exp(z - largest z) of one row, and their sum in class order.</summary>
    public static float Exponentials(ArrayView<float> logits, int row, int classes, ArrayView<float> exponentials)
    {
        // logits [batch x stride]; row: index of the sample's first logit; exponentials (out) [batch x stride].
        var largest = logits[row + FirstLargest(logits, row, classes)];
        var sum = 0f;
        for (var c = 0; c < classes; c++)
        {
            var e = Fused.Exp(logits[row + c] - largest);
            exponentials[row + c] = e;
            sum += e;
        }

        return sum;
    }
}
