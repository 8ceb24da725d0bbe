using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>A device from the fields of a device class of IBM's aihwkit, with its noise and its spread.</summary>
/// <remarks>docs/devices.md says how each number follows.</remarks>
public sealed class AihwkitImport
{
    private const string Toolkit = "M. J. Rasch et al.: A flexible and fast PyTorch toolkit for simulating training and "
        + "inference on analog crossbar arrays. AICAS (2021), arXiv:2104.02184.";

    private readonly ForeignParameters _fields;
    private readonly ConductanceWindow _window;
    private readonly (AihwkitClass Class, string Name) _kind;
    private readonly AihwkitSteps _steps;

    private AihwkitImport(ForeignParameters fields, ConductanceWindow window)
    {
        (_fields, _window, _kind) = (fields, window, AihwkitClasses.Of(fields));
        _steps = new AihwkitSteps(
            fields.Required("dw_min"), fields.Number("up_down") ?? 0, fields.Required("w_min"), fields.Required("w_max"));
        if (_steps.DwMin <= 0) fields.Wrong("dw_min", "is not above 0");
        if (_steps.WMax <= _steps.WMin) fields.Wrong("w_max", "is not above w_min");
        if (_kind.Class is AihwkitClass.LinearStep or AihwkitClass.SoftBounds)
            foreach (var (name, bound) in new[] { ("w_min", _steps.WMin), ("w_max", _steps.WMax) })
                if (bound == 0) fields.Wrong(name, "is 0: steps of this class are relative to it");
    }

    private bool IsLinear => _kind.Class == AihwkitClass.LinearStep;

    /// <summary>Whether fields are those of an aihwkit device.</summary>
    /// <param name="fields">The fields.</param>
    public static bool Fits(ForeignParameters fields) => fields.Has("dw_min") || AihwkitClasses.Keys.Any(fields.Has);

    /// <summary>Reads a device.</summary>
    /// <param name="fields">Its fields.</param>
    /// <param name="name">What to call it.</param>
    /// <param name="file">Where the fields are from, for its source.</param>
    /// <param name="window">The conductances that its bounds stand for; there they have no unit.</param>
    /// <exception cref="ConfigurationException">A field is missing or wrong.</exception>
    public static ImportedDevice Read(ForeignParameters fields, string name, string file, ConductanceWindow window)
    {
        var import = new AihwkitImport(fields, window);
        var device = import.Device() with { Name = name };
        fields.ThrowIfWrong();
        var varied = import.Varied(device);
        fields.ThrowIfWrong();
        import.TellOthers();
        return new ImportedDevice(varied with { Source = import.Source(file) }, fields.Notes);
    }

    private DeviceOptions Device()
    {
        var devices = new AihwkitDevices(_steps, _window);
        Func<DeviceOptions> create = _kind.Class switch
        {
            AihwkitClass.LinearStep => LinearStep(devices),
            AihwkitClass.SoftBounds => devices.SoftBounds,
            AihwkitClass.ExpStep => ExpStep(devices),
            AihwkitClass.PowStep => PowStep(devices),
            AihwkitClass.Piecewise => Piecewise(devices),
            _ => devices.ConstantStep,
        };
        _fields.ThrowIfWrong();
        return create();
    }

    // Each reads its fields at once, and makes the device when nothing was wrong with any field.
    private Func<DeviceOptions> LinearStep(AihwkitDevices devices)
    {
        var (up, down) = (_fields.Required("gamma_up"), _fields.Required("gamma_down"));
        return () => devices.LinearStep(up, down);
    }

    private Func<DeviceOptions> ExpStep(AihwkitDevices devices)
    {
        var up = (_fields.Required("A_up"), _fields.Required("gamma_up"));
        var down = (_fields.Required("A_down"), _fields.Required("gamma_down"));
        var (a, b) = (_fields.Required("a"), _fields.Required("b"));
        return () => _kind.Name == AihwkitClasses.OneDirectional
            ? devices.ExpStep(up, down, a, b) with { Depression = null, Direction = DeviceDirection.Potentiation }
            : devices.ExpStep(up, down, a, b);
    }

    private Func<DeviceOptions> PowStep(AihwkitDevices devices)
    {
        var (power, difference) = (_fields.Required("pow_gamma"), _fields.Number("pow_up_down") ?? 0);
        return () => devices.PowStep(power, difference);
    }

    private Func<DeviceOptions> Piecewise(AihwkitDevices devices)
    {
        var (up, down) = (_fields.Numbers("piecewise_up"), _fields.Numbers("piecewise_down"));
        return () => devices.Piecewise(up, down);
    }

    private DeviceOptions Varied(DeviceOptions device)
    {
        var (spread, differ) = (new ImportedSpread(_fields), Differ());
        var (noise, write, all) = (Noise(spread, device), differ.Write(_steps), differ.Spread(_steps, _window));
        if (noise is not null || write is not null)
            device = device with { Variation = new VariationOptions { C2c = noise, Write = write } };
        device = spread.With(device, "dw_min_dtod, up_down_dtod", before => before with { Step = all.Step, Gain = all.Gain });
        device = spread.WithWindows(device, "w_min_dtod, w_max_dtod", all.Gmin, all.Gmax);
        return spread.With(device, IsLinear ? "gamma_down_dtod" : "pow_gamma_dtod", before => before with { Gamma = Shape() });
    }

    private AihwkitVariation Differ()
    {
        double Of(string field) => _fields.Number(field) ?? 0;
        var (size, logNormal) = (Of("dw_min_dtod"), _fields.Truth("dw_min_dtod_log_normal") == true);
        var write = _kind.Class == AihwkitClass.ConstantStep ? 0 : Of("write_noise_std");
        return new AihwkitVariation(size, Of("up_down_dtod"), logNormal, Of("w_min_dtod"), Of("w_max_dtod"), write);
    }

    private CycleNoiseOptions? Noise(ImportedSpread spread, DeviceOptions device)
    {
        var sigma = _fields.Number("dw_min_std") ?? 0;
        if (device is ExpStepDeviceOptions steps && (!_fields.IsOff("dw_min_std_add") || !_fields.IsOff("dw_min_std_slope")))
            return spread.Noise("dw_min_std", sigma * InTheMiddle(steps) / _steps.Range, NoiseReference.Window);
        var fades = _kind.Class is not (AihwkitClass.LinearStep or AihwkitClass.SoftBounds)
            || (_fields.Truth("mult_noise") ?? true);
        return fades
            ? spread.Noise("dw_min_std", sigma, NoiseReference.Step)
            : spread.Noise("dw_min_std", sigma * _steps.DwMin / _steps.Range, NoiseReference.Window);
    }

    // Noise of the step, of its own, and of the weight, of rising pulses in the middle of the window; in weights.
    private double InTheMiddle(ExpStepDeviceOptions device)
    {
        var (add, slope) = (_fields.Number("dw_min_std_add") ?? 0, _fields.Number("dw_min_std_slope") ?? 0);
        _fields.Note("dw_min_std", "differs over the window there; what it is in the middle is taken");
        return device.Potentiation.Move(0.5) * _steps.Range + add + slope * Math.Abs(_steps.Weight(0.5));
    }

    // Of the falling direction of linear steps, which bends more where they differ.
    private SpreadOptions? Shape()
    {
        if (_kind.Class == AihwkitClass.PowStep) return ImportedSpread.Of(_fields.Number("pow_gamma_dtod") ?? 0);
        if (!IsLinear) return null;
        var (near, far, gamma) = (_steps.WMax, _steps.WMin, Math.Abs(_fields.Required("gamma_down")));
        var spread = _fields.Number("gamma_down_dtod") ?? 0;
        if (_fields.Number("gamma_up_dtod") is { } up && up != spread)
            _fields.Note("gamma_up_dtod", "both directions have the spread of the falling one");
        return ImportedSpread.Of(spread * far / (far - gamma * near));
    }

    private void TellOthers()
    {
        if (_kind.Name == AihwkitClasses.OneDirectional)
            _fields.Note("A_down, gamma_down", "the device only rises, and a falling pulse resets it to gmin");
        foreach (var field in _fields.Left.ToList())
            if (!AihwkitFields.NotImported.TryGetValue(field, out var reason))
                _fields.Note(field, $"is no field of {_kind.Name} that is known here");
            else if (!_fields.IsOff(field)) _fields.Note(field, reason);
    }

    private SourceOptions Source(string file) => new()
    {
        Citation = Toolkit,
        Figure = $"{_kind.Name} of aihwkit, imported from {file}.",
        Fit = "Weights have no unit there: the window is arbitrary." + ForeignSource.LeftOut(_fields.Notes),
    };
}
