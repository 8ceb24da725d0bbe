using System.Globalization;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Whether what was measured can be a device.</summary>
internal sealed class MeasurementChecks(MeasuredColumns columns, ProblemBook problems)
{
    private const int FewestPulses = 4;
    private const double LeastWindow = 1e-6;

    // A direction that goes the wrong way by more than this share of the sweep is no noise.
    private const double WrongWay = 0.3;

    // What a device file allows, and below which a conductance is hardly measured.
    private const double Largest = 10e-3;
    private const double Smallest = 1e-9;

    // Noise about 0 S reaches hardly further below it.
    private const double Negative = 0.1;

    // A step of a prefix, give or take what devices differ by.
    private const double Thousand = 1000;
    private const double Apart = 3;

    private MeasuredColumn Column => columns[columns.Value]!;

    /// <summary>Checks every device by itself, then among the others.</summary>
    /// <param name="devices">The devices.</param>
    public void Check(IReadOnlyList<DeviceSweeps> devices)
    {
        var sweeps = devices.Select(device => (Device: device, device.Sweep)).ToList();
        foreach (var (device, sweep) in sweeps) Check(device, sweep);
        var middle = sweeps.Select(s => s.Sweep.High).Order().ElementAt(sweeps.Count / 2);
        foreach (var (device, sweep) in sweeps) CheckAmongOthers(device, sweep.High / middle);
        problems.ThrowIfAny();
    }

    private void Check(DeviceSweeps device, Sweep sweep)
    {
        if (!HasPoints(device, sweep)) return;
        if (sweep.Height <= LeastWindow * Math.Max(Math.Abs(sweep.High), Math.Abs(sweep.Low)))
            Error("CBS1210", device, $"all conductances are {Text(sweep.Mean)}: pulses that do not reach the device, a stuck "
                + "device, or a column that is not the measurement");
        else if (sweep.Mean < 0)
            Error("CBS1211", device, $"conductances are negative ({Text(sweep.Mean)} on average): is the sign of the read "
                + "voltage lost?");
        else if (!IsLarge(device, sweep) && !IsSmall(device, sweep))
        {
            if (sweep.Low < -Negative * sweep.Height)
                Warn(device,
                $"conductances begin at {Text(sweep.Low)}, and there are none below 0 S: an offset of the instrument?");
            foreach (var depression in new[] { false, true }) CheckWay(device, sweep, depression);
        }
    }

    private bool HasPoints(DeviceSweeps device, Sweep sweep)
    {
        var pulses = sweep.Points.Count;
        if (pulses >= FewestPulses) return true;
        Error("CBS1209", device, $"only {pulses} pulse number{(pulses == 1 ? "" : "s")}: a curve needs {FewestPulses} or more; "
            + "is the pulse column the right one, and is every pulse read?");
        return false;
    }

    private bool IsLarge(DeviceSweeps device, Sweep sweep)
    {
        if (sweep.High <= Largest) return false;
        Error("CBS1211", device, $"conductances reach {Text(sweep.High)}, more than {Text(Largest)}: "
            + Meant(sweep.High));
        return true;
    }

    private bool IsSmall(DeviceSweeps device, Sweep sweep)
    {
        if (sweep.High >= Smallest) return false;
        if (Column.Factor is 1 || Plain(sweep.High) is not (>= Smallest and <= Largest))
        {
            Warn(device, $"conductances reach {Text(sweep.High)} only: hardly measured so; are the units right?");
            return false;
        }

        Error("CBS1211", device, $"conductances reach {Text(sweep.High)} only: the numbers look as if they were in "
            + $"{ColumnNames.UnitOf(columns.Value)} already, not in {Column.Unit}");
        return true;
    }

    // The same number without the prefix that the column is said to have.
    private double Plain(double siemens)
    {
        var factor = Column.Factor;
        return columns.Value == MeasuredQuantity.Resistance ? siemens * factor : siemens / factor;
    }

    // A bare number is rather in uS than in mS, and in kOhm than in MOhm; one that has a prefix is a step off.
    private string Meant(double high)
    {
        var isResistance = columns.Value == MeasuredQuantity.Resistance;
        var likeliest = Column.Factor is 1 && !isResistance ? 2 : 1;
        var steps = high * Math.Pow(Thousand, -likeliest) <= Largest ? likeliest : likeliest + 1;
        var meant = Column.Factor * Math.Pow(Thousand, isResistance ? steps : -steps);
        var (name, prefixed) = (ColumnNames.Of(columns.Value), Quantity.Format(meant, ColumnNames.UnitOf(columns.Value))[2..]);
        return FormattableString.Invariant($"the numbers look as if they were in {prefixed}, 10^{3 * steps} off: ")
            + $"name the column {name}_{prefixed} or give --unit {name}={prefixed}";
    }

    private void CheckWay(DeviceSweeps device, Sweep sweep, bool depression)
    {
        var points = sweep.Points.Where(p => p.IsDepression == depression).ToList();
        if (points.Count < 2) return;
        var rise = (points[^1].Siemens - points[0].Siemens) * (depression ? -1 : 1);
        if (rise < -WrongWay * sweep.Height)
            Error("CBS1214", device, $"{(depression ? "depression rises" : "potentiation falls")} from "
                + $"{Text(points[0].Siemens)} to {Text(points[^1].Siemens)}: "
                + "are the directions swapped, or are these resistances?");
    }

    private void CheckAmongOthers(DeviceSweeps device, double ratio)
    {
        foreach (var power in new[] { -6, -3, 3, 6 })
            if (ratio * Math.Pow(10, -power) is > 1 / Apart and < Apart)
                Error("CBS1211", device, $"its conductances are about 10^{power} times those of most devices: in another unit?");
    }

    private void Error(string code, DeviceSweeps device, string message) =>
        problems.Error(code, device.FirstLine, Place(device), message);

    private void Warn(DeviceSweeps device, string message) =>
        problems.Warn("CBS1223", device.FirstLine, Place(device), message);

    private string Place(DeviceSweeps device) => device.Name.Length == 0 ? Column.Header : $"device {device.Name}";

    private static string Text(double siemens) => Quantity.Format(
        double.Parse(siemens.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), "S");
}
