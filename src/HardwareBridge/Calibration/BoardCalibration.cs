namespace CrossbarSim.HardwareBridge.Calibration;

/// <summary>What the readings of one board mean: reading = gain x conductance + offset, at one read voltage.</summary>
/// <param name="Serial">Serial number of the board.</param>
/// <param name="MadeAt">When it was measured.</param>
/// <param name="ReadVoltage">Voltage of its reads, volts: range and offset depend on it.</param>
/// <param name="Gain">Reading over conductance, above 0.</param>
/// <param name="Offset">Reading of an open cell, siemens.</param>
/// <param name="Residual">Root mean square of what the line leaves unexplained of the points, siemens.</param>
/// <param name="Points">What was measured.</param>
public sealed record BoardCalibration(
    uint Serial, DateTimeOffset MadeAt, double ReadVoltage, double Gain, double Offset, double Residual,
    IReadOnlyList<CalibrationPoint> Points)
{
    /// <summary>Of a board whose readings are taken as they are.</summary>
    public static BoardCalibration None { get; } = new(0, default, 0, 1, 0, 0, []);

    /// <summary>Draws the line of least squares through known conductances.</summary>
    /// <param name="serial">Serial number of the board.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="readVoltage">Voltage of the reads, volts.</param>
    /// <param name="points">At least two different known conductances, each read within the range of the board.</param>
    /// <exception cref="BoardException">The points determine no line that rises: CBS1313.</exception>
    public static BoardCalibration Fit(
        uint serial, DateTimeOffset madeAt, double readVoltage, IReadOnlyList<CalibrationPoint> points)
    {
        var (known, read) = (points.Average(point => point.Known), points.Average(point => point.Read));
        var width = points.Sum(point => (point.Known - known) * (point.Known - known));
        var gain = points.Sum(point => (point.Known - known) * (point.Read - read)) / width;
        if (!(gain > 0 && double.IsFinite(gain))) throw new BoardException("CBS1313",
            "these readings determine no calibration: measure at least two different known conductances, "
            + "such as an open cell and a resistor, within the range of the board");
        var offset = read - gain * known;
        var residual = Math.Sqrt(points.Average(point => Math.Pow(point.Read - gain * point.Known - offset, 2)));
        return new BoardCalibration(serial, madeAt, readVoltage, gain, offset, residual, points);
    }

    /// <summary>The conductance behind a reading, siemens; one beyond the range stays that.</summary>
    public double Conductance(double reading) => (reading - Offset) / Gain;

    /// <summary>The reading that a conductance gives, siemens.</summary>
    public double Reading(double conductance) => Gain * conductance + Offset;

    /// <summary>The current that lines of this conductance carry, amperes.</summary>
    /// <param name="current">What was measured, amperes.</param>
    /// <param name="volts">Sum of the voltages of the word lines, volts.</param>
    public double Current(double current, double volts) => (current - Offset * volts) / Gain;
}
