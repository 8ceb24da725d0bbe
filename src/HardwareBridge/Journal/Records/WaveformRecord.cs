namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>The pulses of a command.</summary>
/// <param name="UpVoltage">Of rising pulses, volts; the last of a forming ramp.</param>
/// <param name="UpWidth">Seconds.</param>
/// <param name="DownVoltage">Of falling pulses, volts.</param>
/// <param name="DownWidth">Seconds.</param>
/// <param name="Compliance">Amperes; 0 without.</param>
public sealed record WaveformRecord(
    double UpVoltage, double UpWidth, double DownVoltage, double DownWidth, double Compliance);
