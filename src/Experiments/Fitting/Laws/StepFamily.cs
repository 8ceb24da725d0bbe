using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Options;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>A law of steps, each direction with its own parameters.</summary>
/// <remarks>
/// A sweep says how long its steps are, but where the window ends only by where they end. So the window is taken to end
/// with the sweep, unless the steps themselves fade towards an end (asymptotic laws): then both are tried.
/// </remarks>
/// <typeparam name="TBranch">Options of one direction.</typeparam>
internal abstract class StepFamily<TBranch> : ILawFamily
    where TBranch : StepBranchOptions
{
    // The range of `step` in a device file.
    private const double ShortestStep = 1e-5;

    private const int WalkedOn = 3;

    /// <inheritdoc/>
    public abstract string Law { get; }

    /// <summary>Whether the end of the window can lie beyond the sweep.</summary>
    protected virtual bool IsAsymptotic => false;

    /// <inheritdoc/>
    public IEnumerable<LawShape> Shapes(Sweep sweep) => Ends(sweep).SelectMany(ends => Directions(sweep, ends));

    /// <summary>The ways to write one direction.</summary>
    /// <param name="pulses">Pulses of its sweep.</param>
    protected abstract IEnumerable<BranchShape> Branches(int pulses);

    /// <summary>One direction.</summary>
    /// <param name="p">Its parameters, in their order.</param>
    /// <param name="most">Most pulses; null: as many as there can be.</param>
    protected abstract TBranch Branch(double[] p, int? most);

    /// <summary>The device of a window and both directions.</summary>
    /// <param name="window">The window.</param>
    /// <param name="up">The rising direction.</param>
    /// <param name="down">The falling one.</param>
    protected abstract DeviceOptions Device(ConductanceWindow window, TBranch up, TBranch down);

    /// <summary>The step, as the solver moves it: its logarithm.</summary>
    /// <param name="pulses">Pulses of the sweep.</param>
    /// <param name="shares">Where to start: shares of what one pulse of as many would move.</param>
    protected static SolverVariable StepVariable(int pulses, params double[] shares) => new(
        Math.Log(ShortestStep), 0, [.. shares.Select(share => Math.Log(Math.Clamp(share / pulses, 2 * ShortestStep, 0.9)))]);

    /// <summary>The step, as it is reported.</summary>
    protected static LawParameter Step { get; } = new("step", ParameterScale.Logarithmic, ShortestStep, 1);

    // Asymptotic laws walk on beyond the sweep, but not to their very end, which can be far: a turn does not need it.
    private IEnumerable<(int Up, int Down)> Ends(Sweep sweep)
    {
        var (up, down) = (sweep.Pulses(depression: false), sweep.Pulses(depression: true));
        yield return (up, down);
        if (IsAsymptotic) yield return (Beyond(up), Beyond(down));
    }

    private static int Beyond(int pulses) => Math.Min(DeviceOptions.MostPulses, WalkedOn * pulses + 1);

    private IEnumerable<LawShape> Directions(Sweep sweep, (int Up, int Down) ends)
    {
        var rising = Branches(sweep.Pulses(depression: false)).ToList();
        var falling = Branches(sweep.Pulses(depression: true)).ToList();
        DeviceOptions Build(ConductanceWindow window, double[] up, double[]? down) =>
            Device(window, Branch(up, ends.Up), Branch(down ?? up, ends.Down));
        DeviceOptions Publish(ConductanceWindow window, double[] up, double[]? down) =>
            Sound(Build(window, up, down)) ?? Device(window, Branch(up, null), Branch(down ?? up, null));
        DeviceOptions? Sound(DeviceOptions device) =>
            ends.Up > sweep.Pulses(depression: false) || ((IChecked)device).Check().Any() ? null : device;
        var shapes = sweep.HasBoth
            ? rising.SelectMany(up => falling.Where(down => down.Parameters.Count == up.Parameters.Count)
                .Select(down => LawShape.Own(Law, up, down, Build, Publish)))
            : rising.Select(up => LawShape.Shared(Law, up, Build, Publish));
        var endsWithSweep = ends.Up == sweep.Pulses(depression: false);
        shapes = shapes.Select(shape => shape with { HasKinks = endsWithSweep });

        // A law that does not reach its ends was measured from where the sweep before turned, or was put there first.
        return endsWithSweep || !sweep.HasBoth
            ? shapes
            : shapes.SelectMany(shape => new[] { shape, shape with { StartsAtEnds = true } });
    }
}
