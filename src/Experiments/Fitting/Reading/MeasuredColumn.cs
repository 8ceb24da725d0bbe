namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>A column that is read.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">As the file has it.</param>
/// <param name="Factor">What its numbers are multiplied by to be in the SI unit.</param>
/// <param name="Unit">The unit as it was given; empty: it was not.</param>
internal sealed record MeasuredColumn(int Index, string Header, double Factor, string Unit);
