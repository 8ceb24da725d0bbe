using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>One line of <c>devices</c>.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Law">Its law, as in YAML.</param>
/// <param name="PulsesUp">N of the rising direction.</param>
/// <param name="PulsesDown">N of the falling direction; 1 where a pulse is a reset.</param>
/// <param name="GminSiemens">Lowest conductance, siemens.</param>
/// <param name="GmaxSiemens">Highest conductance, siemens.</param>
/// <param name="OnOffRatio">Gmax/Gmin; infinite where Gmin is 0.</param>
/// <param name="NonlinearityUp">Label of the rising branch, see <see cref="UpdateNonlinearity"/>.</param>
/// <param name="NonlinearityDown">Label of the falling branch; null where a pulse is a reset.</param>
/// <param name="C2cSigma">Standard deviation of a pulse; null: none.</param>
/// <param name="C2cOf">window or step: what it is relative to; null: no noise.</param>
/// <param name="D2d">Relative standard deviations over devices, by the key of the parameter.</param>
internal sealed record ListedDevice(
    string Name,
    string Law,
    int PulsesUp,
    int PulsesDown,
    double GminSiemens,
    double GmaxSiemens,
    double OnOffRatio,
    double NonlinearityUp,
    double? NonlinearityDown,
    double? C2cSigma,
    string? C2cOf,
    IReadOnlyDictionary<string, double> D2d)
{
    /// <summary>What a device is, in numbers.</summary>
    /// <param name="device">The device.</param>
    public static ListedDevice Of(DeviceOptions device)
    {
        var (law, window, noise) = (device.CreateLaw(), device.Window, device.Variation?.C2c);
        var isReset = device.Direction == DeviceDirection.Potentiation;
        return new ListedDevice(
            device.Name, OptionUnion.Of(device.GetType())!.NameOf(device.GetType()),
            law.Potentiation.Pulses, isReset ? 1 : law.Depression.Pulses, window.Gmin, window.Gmax, window.Gmax / window.Gmin,
            UpdateNonlinearity.Of(law.Potentiation.Curve),
            isReset ? null : UpdateNonlinearity.Of(law.Depression.Curve),
            noise?.Sigma, noise is null ? null : OptionNames.Value($"{noise.Of}"), Spreads(device));
    }

    private static Dictionary<string, double> Spreads(DeviceOptions device)
    {
        if (device.Variation?.D2d is not { } spread) return [];
        return spread.All.Where(one => SpreadOptions.Differs(one.Spread))
            .ToDictionary(one => one.Key, one => one.Spread!.RelativeTo(device.NominalOf(one.Key)));
    }
}
