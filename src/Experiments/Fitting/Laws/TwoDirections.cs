using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>The device of a window and the parameters of its directions.</summary>
/// <param name="window">The window.</param>
/// <param name="up">Parameters of the rising direction.</param>
/// <param name="down">Those of the falling one; null: the same.</param>
internal delegate DeviceOptions TwoDirections(ConductanceWindow window, double[] up, double[]? down);
