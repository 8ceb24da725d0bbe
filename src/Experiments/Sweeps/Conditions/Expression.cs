namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>A part of a condition that has a value.</summary>
/// <param name="Of">Its value, a number, a word or a truth, from the values of keys.</param>
/// <param name="IsTruth">Whether it holds or does not, rather than being a number or a word.</param>
internal sealed record Expression(Func<Func<string, object>, object> Of, bool IsTruth);
