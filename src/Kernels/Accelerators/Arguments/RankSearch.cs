namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>Where the search of a replica stands.</summary>
/// <param name="Known">Digits found so far; at the end the bits of the magnitude.</param>
/// <param name="Rank">Rank among the magnitudes that have them, from 1; 0: there is none.</param>
/// <param name="Wanted">1: the threshold is measured; 0: it is held.</param>
internal readonly record struct RankSearch(uint Known, int Rank, int Wanted);
