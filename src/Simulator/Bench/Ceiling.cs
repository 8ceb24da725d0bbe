namespace CrossbarSim.Simulator.Bench;

/// <summary>The most that a backend was seen to do, per second: of a core on cpu, of wall time elsewhere.</summary>
/// <param name="MultiplyAdds">Fused multiply-adds.</param>
/// <param name="Bytes">Bytes read and written.</param>
internal readonly record struct Ceiling(double MultiplyAdds, double Bytes);
