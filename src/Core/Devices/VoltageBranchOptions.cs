using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices;

/// <summary>How a pulse of any amplitude and width compares with the nominal pulse of a direction.</summary>
/// <remarks>
/// The state moves as dp/dt = k(V) f(p), so a pulse goes as far along the law as k(V) t / (k(V0) t0) nominal ones. With
/// <c>exponent</c>, k = (V/Vth - 1)^alpha: S. Kvatinsky, M. Ramadan, E. G. Friedman, A. Kolodny: VTEAM. IEEE Trans.
/// Circuits Syst. II 62 (2015) 786, doi 10.1109/TCSII.2015.2433536. With <c>e_fold</c>, k = exp(V/v) - exp(Vth/v):
/// C. Yakopcic, T. M. Taha, G. Subramanyam, R. E. Pino, S. Rogers: A memristor device model. IEEE Electron Device Lett.
/// 32 (2011) 1436, doi 10.1109/LED.2011.2163292, with v = 1 V there. Both are proportional to time; a
/// <c>width_exponent</c> other than 1 is ours, for devices whose change was measured as a power of the width.
/// </remarks>
public sealed record VoltageBranchOptions : IChecked
{
    /// <summary>Amplitude of the nominal pulse, volts, with its sign.</summary>
    [Description("Amplitude of the nominal pulse, with its sign.")]
    [Quantity("V"), Range(-100, 100)]
    public required double Amplitude { get; init; }

    /// <summary>Width of the nominal pulse, seconds.</summary>
    [Description("Width of the nominal pulse.")]
    [Quantity("s"), Range(1e-12, 100)]
    public required double Width { get; init; }

    /// <summary>Amplitude up to which nothing moves, volts, with the sign of the amplitude.</summary>
    [Description("Amplitude up to which nothing moves, with the sign of amplitude.")]
    [Quantity("V"), Range(-100, 100)]
    public double Threshold { get; init; }

    /// <summary>Power of the amplitude above the threshold; 1 where neither it nor <see cref="EFold"/> is given.</summary>
    [Description("The step grows with this power of the amplitude above the threshold; 1 where e_fold is not given either.")]
    [Range(0.01, 100)]
    public double? Exponent { get; init; }

    /// <summary>Volts by which the amplitude must grow for the step to grow e-fold, where it grows exponentially.</summary>
    [Description("Instead of exponent: the step grows exponentially, e-fold for every so many volts.")]
    [Quantity("V"), Range(1e-3, 100)]
    public double? EFold { get; init; }

    /// <summary>Power of the width.</summary>
    [Description("The step grows with this power of the width.")]
    [Range(0, 10)]
    public double WidthExponent { get; init; } = 1;

    // Of the nominal pulse, above 0 where the options are sound.
    private double Excess => Math.Abs(Amplitude) - Math.Abs(Threshold);

    /// <summary>How many nominal pulses a pulse is worth: how far it moves a device along its law.</summary>
    /// <param name="volts">Amplitude, with its sign.</param>
    /// <param name="seconds">Width, 0 or more.</param>
    /// <returns>
    /// 1 for the nominal pulse; 0 up to the threshold, for the other sign and without width. May be infinite.
    /// </returns>
    public double Gain(double volts, double seconds)
    {
        var excess = volts * Math.Sign(Amplitude) - Math.Abs(Threshold);
        if (!(excess > 0) || !(seconds > 0)) return 0;
        return VoltageGain(excess) * Math.Pow(seconds / Width, WidthExponent);
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Exponent is not null && EFold is not null)
            yield return new Problem("CBS0225", "e_fold", "both of exponent and e_fold are given: give one of them");
        if (Amplitude == 0)
            yield return new Problem("CBS0224", "amplitude", "a pulse of 0 V moves nothing");
        else if (Excess <= 0 || Threshold * Amplitude < 0)
            yield return new Problem("CBS0224", "threshold", $"{Quantity.Format(Threshold, "V")} is not between 0 V and the "
                + $"amplitude of the nominal pulse ({Quantity.Format(Amplitude, "V")}), which must move the device");
    }

    // expm1(x/v)/expm1(x0/v), written so that nothing overflows before it must.
    private double VoltageGain(double excess) => EFold is { } volts
        ? Math.Exp((excess - Excess) / volts) * ExponentialCurve.ExpM1(-excess / volts) / ExponentialCurve.ExpM1(-Excess / volts)
        : Math.Pow(excess / Excess, Exponent ?? 1);
}
