using System.Globalization;
using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>How much was measured, in words.</summary>
public static class Counted
{
    /// <summary>Such as <c>202 rows, 1 device, 1 cycle, 100 potentiation and 100 depression pulses</c>.</summary>
    /// <param name="measured">What was measured.</param>
    public static string Of(Measurements measured)
    {
        var (up, down) = (measured.Sweep.PotentiationPulses, measured.Sweep.DepressionPulses);
        var pulses = (up, down) switch
        {
            (_, 0) => Number(up, "potentiation pulse"),
            (0, _) => Number(down, "depression pulse"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{up} potentiation and {down} depression pulses"),
        };
        return string.Join(", ",
        [
            Number(measured.Rows, "row"), Number(measured.Devices.Count, "device"), Number(measured.Cycles, "cycle"), pulses,
        ]);
    }

    private static string Number(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
