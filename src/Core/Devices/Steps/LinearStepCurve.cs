namespace CrossbarSim.Core.Devices.Steps;

/// <summary>
/// The curve of <see cref="StepLaw.WalkAlike"/> for steps that shrink linearly with the way, in closed form: each pulse
/// leaves the same share of 1 - gamma x. Nothing is walked or kept for each pulse, so that arrays of such devices are cheap.
/// </summary>
internal sealed class LinearStepCurve : IConductanceCurve
{
    private readonly double _gamma;
    private readonly bool _falling;
    private readonly double _target;
    private readonly int _pulses;
    private readonly (double[] Places, double[] Covered) _last;
    private readonly double _rate;
    private readonly double _step;

    /// <summary>Creates the curve.</summary>
    /// <param name="gamma">Share by which the step shrinks on the whole way; not 0.</param>
    /// <param name="nominal">The nominal walk, of 2 pulses at least: its pulses and its last one are those of the curve.</param>
    /// <param name="falling">Whether pulses fall: then the curve is the mirror image.</param>
    /// <exception cref="ArgumentException">Steps of this shape come to nothing before the last pulse.</exception>
    public LinearStepCurve(double gamma, StepWalk nominal, bool falling)
    {
        (_gamma, _falling, _target, _pulses, _last) = (gamma, falling, nominal.BeforeLast, nominal.Pulses, nominal.LastPulse);
        if (gamma * _target >= 1) throw StepLaw.ComesToNothing(_target, nameof(gamma));
        _rate = Precise.LogOfOnePlus(-gamma * _target) / (_pulses - 1);
        _step = Covered(1);
    }

    /// <inheritdoc/>
    public double Fraction(double position)
    {
        var place = Math.Clamp(position, 0, 1) * _pulses;
        return _falling ? 1 - Way(_pulses - place) : Way(place);
    }

    /// <inheritdoc/>
    public double Position(double fraction)
    {
        var u = Math.Clamp(fraction, 0, 1);
        return (_falling ? _pulses - Place(1 - u) : Place(u)) / _pulses;
    }

    private double Way(double place)
    {
        if (place >= _pulses - 1) return SteppedCurve.Between(_last.Places, _last.Covered, place);
        var before = Covered((int)place);
        return before + (place - (int)place) * Step(before);
    }

    private double Place(double way)
    {
        if (way >= _target) return SteppedCurve.Between(_last.Covered, _last.Places, way);
        var pulses = Math.Clamp((int)(Precise.LogOfOnePlus(-_gamma * way) / _rate), 0, _pulses - 2);
        var before = Covered(pulses);
        return Math.Max(0, pulses + (way - before) / Step(before));
    }

    private double Covered(int pulses) => -Precise.ExpMinusOne(pulses * _rate) / _gamma;

    private double Step(double covered) => _step * LinearStepBranchOptions.Shrunk(covered, _gamma);
}
