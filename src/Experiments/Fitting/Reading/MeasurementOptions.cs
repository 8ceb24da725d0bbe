namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>What the header of a measured file does not say.</summary>
public sealed record MeasurementOptions
{
    /// <summary>Header of a column, where it is not called as usual.</summary>
    public IReadOnlyDictionary<MeasuredQuantity, string> Columns { get; init; } = new Dictionary<MeasuredQuantity, string>();

    /// <summary>Unit of a column, such as <c>uS</c>; before that of the header.</summary>
    public IReadOnlyDictionary<MeasuredQuantity, string> Units { get; init; } = new Dictionary<MeasuredQuantity, string>();

    /// <summary>Voltage at which all currents were read, volts; null: a column has it.</summary>
    public double? ReadVoltage { get; init; }
}
