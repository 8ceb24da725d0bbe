namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>A law that can be fitted: each file of this folder is one.</summary>
public interface ILawFamily
{
    /// <summary>Name of the law in a device file.</summary>
    string Law { get; }

    /// <summary>The ways to write the law for a sweep; the best of them stands for it.</summary>
    /// <param name="sweep">What was measured.</param>
    IEnumerable<LawShape> Shapes(Sweep sweep);
}
