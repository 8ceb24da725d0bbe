namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>The laws that can be fitted.</summary>
public static class LawFamilies
{
    /// <summary>All of them, in the order in which laws that draw the same curve are preferred.</summary>
    public static IReadOnlyList<ILawFamily> All { get; } =
    [
        new LinearFamily(), new ExponentialFamily(), new TableFamily(), new NeurosimFamily(), new ConstantStepFamily(),
        new LinearStepFamily(), new SoftBoundsFamily(), new ExpStepFamily(), new PowStepFamily(), new PiecewiseFamily(),
    ];
}
