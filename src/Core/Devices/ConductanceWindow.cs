namespace CrossbarSim.Core.Devices;

/// <summary>The programmable range of a device.</summary>
/// <param name="Gmin">Lowest conductance, siemens.</param>
/// <param name="Gmax">Highest conductance, siemens; above <paramref name="Gmin"/>.</param>
public readonly record struct ConductanceWindow(double Gmin, double Gmax)
{
    /// <summary>Conductance in siemens of a normalised conductance u.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    public double Conductance(double fraction) => Gmin + fraction * (Gmax - Gmin);
}
