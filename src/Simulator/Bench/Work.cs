namespace CrossbarSim.Simulator.Bench;

/// <summary>What one repeat did.</summary>
/// <param name="Done">In the unit of the measurement: epochs of one network, samples, pulses.</param>
/// <param name="MultiplyAdds">Multiply-adds that the network needs and no zero input saves; 0: not what counts.</param>
/// <param name="Bytes">Bytes that would move between memory and registers, were there no cache; 0: not what counts.</param>
internal readonly record struct Work(double Done, double MultiplyAdds = 0, double Bytes = 0)
{
    /// <summary>The same for several networks.</summary>
    public static Work operator *(Work one, int networks) =>
        new(one.Done * networks, one.MultiplyAdds * networks, one.Bytes * networks);
}
