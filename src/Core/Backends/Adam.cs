namespace CrossbarSim.Core.Backends;

/// <summary>
/// Adam in the form of TensorFlow: m += (1 - beta1)(g - m), v += (1 - beta2)(g^2 - v),
/// w -= rate(t) m / (sqrt(v) + epsilon), where rate(t) = rate sqrt(1 - beta2^t) / (1 - beta1^t).
/// </summary>
/// <param name="Rate">Learning rate, above 0.</param>
/// <param name="Beta1">Decay of the first moment, 0 .. below 1.</param>
/// <param name="Beta2">Decay of the second moment, 0 .. below 1.</param>
/// <param name="Epsilon">Added to the root of the second moment, above 0.</param>
/// <param name="Forget">
/// Whether every step starts from moments that are zero and t = 1, as in the original program's second network,
/// which makes a new optimiser at each step: nearly a step of the rate in the direction of the gradient's sign.
/// </param>
/// <remarks>
/// D. P. Kingma, J. Ba: Adam: a method for stochastic optimization, ICLR 2015, end of section 2 (arXiv:1412.6980).
/// There epsilon is added after the correction of the bias; here, as in TensorFlow, before.
/// </remarks>
public sealed record Adam(
    double Rate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-7, bool Forget = false) : Optimizer(Rate)
{
    /// <summary>The rate of a step, with the correction for moments that started at zero.</summary>
    /// <param name="step">t: 1 for the first step.</param>
    public double RateAt(long step) => Rate * Math.Sqrt(1 - Math.Pow(Beta2, step)) / (1 - Math.Pow(Beta1, step));
}
