namespace CrossbarSim.Simulator.Bench;

/// <summary>Where and how something is measured.</summary>
/// <param name="Measurement">One of <see cref="Measurements"/>.</param>
/// <param name="Rule">The rule, or what distinguishes one measurement from the next; may be empty.</param>
/// <param name="Batch">Size of a mini-batch; 0 where there is none.</param>
/// <param name="Replicas">Networks at a time; 0 where there is none.</param>
/// <param name="Threads">Threads.</param>
internal readonly record struct BenchPoint(string Measurement, string Rule, int Batch, int Replicas, int Threads);
