using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>Devices from the parameters of IBM's aihwkit, without their variation.</summary>
/// <remarks>
/// With x the share of the way that is covered, w = near + x (far - near), where near is the bound at which a direction
/// starts and far the one that it leads to. Steps are divided by the width of the window.
/// </remarks>
/// <param name="steps">What the devices have in common.</param>
/// <param name="window">The conductances that its bounds stand for; the original knows none.</param>
public sealed class AihwkitDevices(AihwkitSteps steps, ConductanceWindow window)
{
    private (double Near, double Far, double Size) Rising => (steps.WMin, steps.WMax, steps.Up);

    private (double Near, double Far, double Size) Falling => (steps.WMax, steps.WMin, steps.Down);

    /// <summary><c>ConstantStepDevice</c>.</summary>
    public ConstantStepDeviceOptions ConstantStep() => new()
    {
        Gmin = window.Gmin,
        Gmax = window.Gmax,
        Potentiation = new ConstantStepBranchOptions { Step = steps.Up / steps.Range },
        Depression = new ConstantStepBranchOptions { Step = steps.Down / steps.Range },
    };

    /// <summary><c>LinearStepDevice</c>: a pulse moves size (1 - gamma w/far).</summary>
    /// <param name="gammaUp"><c>gamma_up</c>; its magnitude counts.</param>
    /// <param name="gammaDown"><c>gamma_down</c>; its magnitude counts.</param>
    public LinearStepDeviceOptions LinearStep(double gammaUp, double gammaDown) => new()
    {
        Gmin = window.Gmin,
        Gmax = window.Gmax,
        Potentiation = LinearBranch(Rising, Math.Abs(gammaUp)),
        Depression = LinearBranch(Falling, Math.Abs(gammaDown)),
    };

    /// <summary><c>SoftBoundsDevice</c>: a pulse moves size (1 - w/far).</summary>
    public SoftBoundsDeviceOptions SoftBounds() => new()
    {
        Gmin = window.Gmin,
        Gmax = window.Gmax,
        Potentiation = new SoftBoundsBranchOptions { Step = LinearBranch(Rising, gamma: 1).Step },
        Depression = new SoftBoundsBranchOptions { Step = LinearBranch(Falling, gamma: 1).Step },
    };

    /// <summary>
    /// <c>ExpStepDevice</c>: a pulse moves size max(0, 1 - A exp(+-gamma z)), with z = 2 a w/(w_max - w_min) + b, + for
    /// rising pulses.
    /// </summary>
    /// <param name="up"><c>A_up</c> and <c>gamma_up</c>.</param>
    /// <param name="down"><c>A_down</c> and <c>gamma_down</c>.</param>
    /// <param name="a"><c>a</c>.</param>
    /// <param name="b"><c>b</c>.</param>
    public ExpStepDeviceOptions ExpStep(
        (double A, double Gamma) up, (double A, double Gamma) down, double a, double b) => new()
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Potentiation = ExpBranch(Rising, up.A, up.Gamma, a, b),
            Depression = ExpBranch(Falling, down.A, -down.Gamma, a, b),
        };

    /// <summary><c>PowStepDevice</c>: a pulse moves size (distance left/(w_max - w_min))^gamma.</summary>
    /// <param name="gamma"><c>pow_gamma</c>.</param>
    /// <param name="powUpDown"><c>pow_up_down</c>: above 0 the falling gamma is less by so much, below 0 the rising.</param>
    public PowStepDeviceOptions PowStep(double gamma, double powUpDown = 0) => new()
    {
        Gmin = window.Gmin,
        Gmax = window.Gmax,
        Potentiation = new PowStepBranchOptions
        {
            Step = steps.Up / steps.Range,
            Gamma = gamma * (1 + Math.Min(powUpDown, 0)),
        },
        Depression = new PowStepBranchOptions
        {
            Step = steps.Down / steps.Range,
            Gamma = gamma * (1 + Math.Min(-powUpDown, 0)),
        },
    };

    /// <summary><c>PiecewiseStepDevice</c>: both lists run from the lowest to the highest weight.</summary>
    /// <param name="up"><c>piecewise_up</c>.</param>
    /// <param name="down"><c>piecewise_down</c>.</param>
    public PiecewiseDeviceOptions Piecewise(IReadOnlyList<double> up, IReadOnlyList<double> down) => new()
    {
        Gmin = window.Gmin,
        Gmax = window.Gmax,
        Potentiation = new PiecewiseBranchOptions { Step = steps.Up / steps.Range, Nodes = up },
        Depression = new PiecewiseBranchOptions { Step = steps.Down / steps.Range, Nodes = [.. down.Reverse()] },
    };

    // 1 - gamma w/far = (1 - gamma near/far)(1 - gamma' x).
    private LinearStepBranchOptions LinearBranch((double Near, double Far, double Size) way, double gamma)
    {
        var (near, far, size) = way;
        if (far == 0) throw new ArgumentException("steps that are relative to a bound need one other than 0");
        return new LinearStepBranchOptions
        {
            Step = size * (1 - gamma * near / far) / steps.Range,
            Gamma = gamma * (far - near) / (far - gamma * near),
        };
    }

    // exp(gamma z) = exp(gamma z(near)) exp(gamma (z(far) - z(near)) x).
    private ExpStepBranchOptions ExpBranch(
        (double Near, double Far, double Size) way, double amplitude, double gamma, double a, double b)
    {
        double Scaled(double weight) => 2 * a * weight / steps.Range + b;
        return new ExpStepBranchOptions
        {
            Step = way.Size / steps.Range,
            Amplitude = amplitude * Math.Exp(gamma * Scaled(way.Near)),
            Gamma = gamma * (Scaled(way.Far) - Scaled(way.Near)),
        };
    }
}
