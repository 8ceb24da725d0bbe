namespace CrossbarSim.Core.Backends;

/// <summary>Stochastic gradient descent without state: w -= rate x g.</summary>
/// <param name="Rate">Learning rate, above 0.</param>
public sealed record Sgd(double Rate) : Optimizer(Rate);
