namespace CrossbarSim.Core.Backends;

/// <summary>How a mean gradient moves float weights: <see cref="Sgd"/> or <see cref="Adam"/>.</summary>
/// <param name="Rate">Learning rate, above 0.</param>
public abstract record Optimizer(double Rate) : BatchRule;
