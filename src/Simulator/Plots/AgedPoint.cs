namespace CrossbarSim.Simulator.Plots;

/// <summary>Accuracy of a network whose arrays are read some time after they were programmed.</summary>
/// <param name="Seconds">Time since then, seconds, above 0.</param>
/// <param name="Accuracy">Fraction of the test samples classified right, 0 .. 1.</param>
/// <param name="Low">Lower end of its interval; NaN: there is none.</param>
/// <param name="High">Upper end of its interval; NaN: there is none.</param>
public readonly record struct AgedPoint(
    double Seconds, double Accuracy, double Low = double.NaN, double High = double.NaN);
