namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>How one direction of a law is fitted: what the solver moves, and the parameters that follow from it.</summary>
/// <param name="Variables">What the solver moves.</param>
/// <param name="Parameters">The parameters of the direction, keys without the direction.</param>
/// <param name="Convert">From variables to parameters.</param>
internal sealed record BranchShape(
    IReadOnlyList<SolverVariable> Variables, IReadOnlyList<LawParameter> Parameters, Func<double[], double[]> Convert);
