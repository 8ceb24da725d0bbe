using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// The devices of one layer of one replica: their law, and where its tables begin. Laws are data: one launch serves
/// all.
/// </summary>
/// <param name="Law">The law.</param>
/// <param name="Curves">Index of its curves.</param>
/// <param name="Steps">Index of its nominal steps.</param>
/// <param name="Nominal">A device without spread.</param>
/// <param name="Seed">Seed of the replica.</param>
internal readonly record struct ReplicaLaw(LawParameters Law, int Curves, int Steps, Device Nominal, ulong Seed);
