using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>How step devices of IBM's aihwkit differ from one another, in its own terms: relative standard deviations.</summary>
/// <param name="DwMinDtod"><c>dw_min_dtod</c>: of the size of a pulse, the same for both directions of a device.</param>
/// <param name="UpDownDtod"><c>up_down_dtod</c>: of the size of a pulse, against each other in the two directions.</param>
/// <param name="LogNormal"><c>dw_min_dtod_log_normal</c>.</param>
/// <param name="WMinDtod"><c>w_min_dtod</c>: of the lower bound.</param>
/// <param name="WMaxDtod"><c>w_max_dtod</c>: of the upper bound.</param>
/// <param name="WriteNoiseStd"><c>write_noise_std</c>, in units of dw_min.</param>
public sealed record AihwkitVariation(
    double DwMinDtod, double UpDownDtod, bool LogNormal = false, double WMinDtod = 0, double WMaxDtod = 0,
    double WriteNoiseStd = 0)
{
    /// <summary>The spread of steps and bounds.</summary>
    /// <remarks>
    /// There what <c>up_down_dtod</c> adds to one direction it takes from the other; here each has its own. Both give a
    /// direction the same spread.
    /// </remarks>
    /// <param name="steps">What the devices have in common.</param>
    /// <param name="window">The conductances that its bounds stand for.</param>
    public DeviceSpreadOptions Spread(AihwkitSteps steps, ConductanceWindow window)
    {
        var siemens = (window.Gmax - window.Gmin) / steps.Range;
        return new DeviceSpreadOptions
        {
            Gmin = Bound(WMinDtod * Math.Abs(steps.WMin) * siemens),
            Gmax = Bound(WMaxDtod * Math.Abs(steps.WMax) * siemens),
            Step = DwMinDtod == 0 ? null : new SpreadOptions
            {
                Sigma = DwMinDtod,
                Distribution = LogNormal ? SpreadDistribution.LogNormal : null,
            },
            Gain = UpDownDtod == 0 ? null : UpDownDtod,
        };
    }

    /// <summary>The write noise; null: none.</summary>
    /// <param name="steps">What the devices have in common.</param>
    public WriteNoiseOptions? Write(AihwkitSteps steps) => WriteNoiseStd == 0
        ? null
        : new WriteNoiseOptions { Sigma = WriteNoiseStd * steps.DwMin / steps.Range };

    private static SpreadOptions? Bound(double siemens) => siemens == 0 ? null : new SpreadOptions
    {
        Sigma = new RatioOrConductance(siemens, IsConductance: true),
        Of = SpreadReference.Absolute,
    };
}
