using System.ComponentModel;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>One line to an instrument, and what it answers.</summary>
public sealed record CommandStepOptions
{
    /// <summary>The line, with placeholders in braces.</summary>
    [Description("The line to send; {row}, {column} (from 0), {row1}, {column1} (from 1), {voltage} (V), {width} (s), "
        + "{width_ms}, {width_us}, {compliance} (A), {compliance_ma} and {samples} are filled in.")]
    public required string Send { get; init; }

    /// <summary>What the answer looks like; absent: none comes.</summary>
    [Description("Regular expression for a line of the answer; without it, none is awaited. Named groups give values: amperes, "
        + "milliamperes, microamperes, siemens or ohms when reading; volts, seconds and limit, which are compared with the "
        + "pulse; serial when identifying. {row}, {column}, {row1} and {column1} are filled in.")]
    public string? Reply { get; init; }

    /// <summary>What the last line of the answer looks like; absent: the answer is one line.</summary>
    [Description("Regular expression for the line that ends an answer of many lines; without it, the answer is one line.")]
    public string? End { get; init; }
}
