namespace CrossbarSim.Simulator.Boards;

/// <summary>One thing that a self-test looked at.</summary>
/// <param name="Check">What.</param>
/// <param name="Passed">Whether it is as it should be; null where it could not be looked at.</param>
/// <param name="Found">What was found.</param>
internal sealed record SelfTestItem(string Check, bool? Passed, string Found);
