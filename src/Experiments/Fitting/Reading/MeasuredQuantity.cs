namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>What a column of a measured file can hold.</summary>
public enum MeasuredQuantity
{
    /// <summary>Pulses fired since the sweep began, a whole number.</summary>
    Pulse,

    /// <summary>Conductance, siemens.</summary>
    Conductance,

    /// <summary>Resistance, ohms.</summary>
    Resistance,

    /// <summary>Current of a read, amperes.</summary>
    Current,

    /// <summary>Voltage of that read, volts.</summary>
    ReadVoltage,

    /// <summary>Potentiation or depression.</summary>
    Direction,

    /// <summary>Name of the device.</summary>
    Device,

    /// <summary>Name of the cycle: one sweep up, one down, or both.</summary>
    Cycle,

    /// <summary>Amplitude of the pulse, volts.</summary>
    Amplitude,

    /// <summary>Width of the pulse, seconds.</summary>
    Width,
}
