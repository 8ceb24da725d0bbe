using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Templates;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>An instrument that is told lines of text, which its file gives as templates.</summary>
public abstract record TemplateBoardOptions : BoardOptions
{
    /// <summary>What it is told.</summary>
    [Description("What the instrument is told, and what it answers.")]
    public required CommandOptions Commands { get; init; }

    /// <summary>How the line carries characters.</summary>
    [Description("How the serial line carries characters.")]
    public LineOptions Line { get; init; } = new();

    /// <summary>Waiting after the port was opened, seconds.</summary>
    [Description("How long to wait once the port is open: opening it restarts many boards.")]
    [Quantity("s"), Range(0.0, 60.0)]
    public double Boot { get; init; }

    /// <summary>Waiting for a line of an answer beyond the time of the pulse, seconds.</summary>
    [Description("How long to wait for a line of an answer, beyond the time of the pulse.")]
    [Quantity("s"), Range(10e-3, 60)]
    public double Patience { get; init; } = 2;

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check() => base.Check().Concat(TemplateChecks.Find(this));

    /// <summary>Lines that an array without <c>select</c> has: one.</summary>
    internal int MostLines => Commands.Select.Count == 0 ? 1 : int.MaxValue;
}
