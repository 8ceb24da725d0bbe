namespace CrossbarSim.HardwareBridge.Calibration;

/// <summary>A known conductance and what the board reads of it.</summary>
/// <param name="Known">Siemens, at least 0: 0 is an open cell.</param>
/// <param name="Read">Siemens, as the board says without a calibration.</param>
public readonly record struct CalibrationPoint(double Known, double Read);
