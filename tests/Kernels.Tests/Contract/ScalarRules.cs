using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>
/// What each rule but the stochastic one does with the mean gradient of a layer, in the float contract.
/// </summary>
internal static class ScalarRules
{
    public static void Apply(BatchRule rule, ScalarLayer layer, float[] gradient, int miniBatch)
    {
        switch (rule)
        {
            case Sgd sgd:
                for (var k = 0; k < gradient.Length; k++)
                    layer.Weights[k] = Fused.MultiplyAdd(-(float)sgd.Rate, gradient[k], layer.Weights[k]);
                break;
            case Adam adam:
                Apply(adam, layer, gradient);
                break;
            case BatchSign sign:
                Apply(sign, layer, gradient, miniBatch);
                break;
            case Accumulate accumulate:
                layer.Accumulators ??= new float[gradient.Length];
                for (var k = 0; k < gradient.Length; k++) Accumulate(accumulate, layer, k, gradient[k]);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule));
        }
    }

    private static void Apply(Adam adam, ScalarLayer layer, float[] gradient)
    {
        var moments = adam.Forget ? Moments.Zero(gradient.Length) : layer.Moments ?? Moments.Zero(gradient.Length);
        moments = moments with { Steps = moments.Steps + 1 };
        for (var k = 0; k < gradient.Length; k++)
        {
            var (g, m, v) = (gradient[k], (float)moments.First[k], (float)moments.Second[k]);
            m = Settle(MathF.FusedMultiplyAdd((float)(1 - adam.Beta1), g - m, m));
            v = Settle(MathF.FusedMultiplyAdd((float)(1 - adam.Beta2), MathF.FusedMultiplyAdd(g, g, -v), v));
            (moments.First[k], moments.Second[k]) = (m, v);
            var denominator = MathF.Sqrt(v) + (float)adam.Epsilon;
            layer.Weights[k] = MathF.FusedMultiplyAdd(-(float)adam.RateAt(moments.Steps), m / denominator, layer.Weights[k]);
        }

        if (!adam.Forget) layer.Moments = moments;
    }

    private static float Settle(float moment) => MathF.Abs(moment) < MathF.ScaleB(1, -100) ? 0f : moment;

    private static void Apply(BatchSign rule, ScalarLayer layer, float[] gradient, int miniBatch)
    {
        if (rule.Quantile is { } q && miniBatch % rule.QuantileEvery == 0) layer.HeldThreshold = Quantile(gradient, q);
        var threshold = rule.Quantile is null ? (float)rule.Threshold : layer.HeldThreshold;
        for (var k = 0; k < gradient.Length; k++)
            if (MathF.Abs(gradient[k]) > threshold) layer.Fire(k, gradient[k] < 0);
    }

    private static float Quantile(float[] gradient, double q)
    {
        float[] magnitudes = [.. gradient.Where(g => g != 0).Select(MathF.Abs).Order()];
        return magnitudes.Length == 0 ? 0 : magnitudes[Math.Max(1, (int)Math.Ceiling(q * magnitudes.Length)) - 1];
    }

    private static void Accumulate(Accumulate rule, ScalarLayer layer, int k, float gradient)
    {
        if (gradient == 0) return;
        var sum = Fused.MultiplyAdd((float)rule.Rate, gradient, layer.Accumulators![k]);
        for (var pulse = 0; pulse < rule.MaxPulses; pulse++)
        {
            var rising = sum < 0;
            var step = layer.Devices.StepOf(k, rising);
            if (MathF.Abs(sum) <= step) break;
            if (!layer.Fire(k, rising))
            {
                sum = rising ? -step : step;
                break;
            }

            sum = rising ? sum + step : sum - step;
        }

        layer.Accumulators[k] = sum;
    }
}
