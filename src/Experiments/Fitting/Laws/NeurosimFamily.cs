using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>Law <c>neurosim</c>, given by A in pulses for each direction.</summary>
internal sealed class NeurosimFamily : ILawFamily
{
    /// <inheritdoc/>
    public string Law => "neurosim";

    /// <inheritdoc/>
    public IEnumerable<LawShape> Shapes(Sweep sweep)
    {
        var (up, down) = (sweep.Pulses(depression: false), sweep.Pulses(depression: true));
        NeurosimBranchOptions Branch(double a, int pulses) => new() { APulses = a, Pulses = pulses };
        DeviceOptions Build(ConductanceWindow window, double[] rising, double[]? falling) => new NeurosimDeviceOptions
        {
            Gmin = window.Gmin,
            Gmax = window.Gmax,
            Pulses = up,
            Potentiation = Branch(rising[0], up),
            Depression = Branch(falling?[0] ?? rising[0], down),
        };

        var rises = CurveConstant.Of("a_pulses", -up);
        yield return sweep.HasBoth
            ? LawShape.Own(Law, rises, CurveConstant.Of("a_pulses", -down), Build)
            : LawShape.Shared(Law, rises, Build);
    }
}
