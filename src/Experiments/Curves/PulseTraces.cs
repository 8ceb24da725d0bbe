using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CsvHelper;

namespace CrossbarSim.Experiments.Curves;

/// <summary>
/// How a nominal device answers the two trains that are usually measured: all the way up and down, twice, and one pulse up,
/// one down from either end, which leads to the symmetry point. Each without its noise and, where it has some, with it.
/// </summary>
public static class PulseTraces
{
    /// <summary>N rising pulses, then N falling ones, and again.</summary>
    public const string UpDown = "up-down";

    /// <summary>One rising pulse, one falling, from Gmin on; the conductance after each pair.</summary>
    public const string FromBottom = "alternating-from-gmin";

    /// <summary>One falling pulse, one rising, from Gmax on; the conductance after each pair.</summary>
    public const string FromTop = "alternating-from-gmax";

    private const int Rounds = 2;
    private const int FewestPairs = 10;
    private const int MostPairs = 30_000;

    // A device that is a hundredth of the window, or a step, from its symmetry point has arrived; it is shown a while on.
    private const double Arrived = 0.01;
    private const double ShownOn = 1.5;

    /// <summary>The traces of a device; the noise has a fixed seed.</summary>
    /// <param name="device">The device.</param>
    public static IReadOnlyList<PulseTrace> Of(DeviceOptions device)
    {
        var pairs = Pairs(device);
        bool[] noises = device.Variation?.C2c is { Sigma: > 0 } ? [false, true] : [false];
        return
        [
            .. noises.Select(noise => AllTheWay(new PulsedDevice(device, noise), noise)),
            .. noises.Select(noise => Alternating(new PulsedDevice(device, noise), fromTop: false, noise, pairs)),
            .. noises.Select(noise => Alternating(new PulsedDevice(device, noise), fromTop: true, noise, pairs)),
        ];
    }

    /// <summary>The symmetry point of a device.</summary>
    /// <param name="device">The device.</param>
    /// <returns>u, 0 .. 1; null where there is none, as where a falling pulse is a reset.</returns>
    public static double? SymmetryOf(DeviceOptions device) =>
        device.Direction == DeviceDirection.Potentiation ? null : SymmetryPoint.Of(device.CreateLaw());

    /// <summary>Writes pulses.csv.</summary>
    /// <param name="traces">The traces.</param>
    /// <param name="writer">Where to; line ends are LF on every system.</param>
    public static void Write(IEnumerable<PulseTrace> traces, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, ConductanceCurves.Style, leaveOpen: true);
        csv.WriteHeader("train", "noise", "pulse", "conductance_siemens");
        foreach (var trace in traces)
            foreach (var (pulse, siemens) in trace.Points)
            {
                csv.WriteField(trace.Train);
                csv.WriteField(trace.Noise ? "yes" : "no");
                csv.WriteField(pulse);
                csv.WriteField(siemens);
                csv.EndRecord();
            }
    }

    private static PulseTrace AllTheWay(PulsedDevice device, bool noise)
    {
        List<(int, double)> points = [(0, device.Siemens)];
        for (var round = 0; round < Rounds; round++)
            foreach (var rising in new[] { true, false })
                for (var left = device.PulsesAcross(rising); left > 0; left--)
                {
                    device.Fire(rising);
                    points.Add((points.Count, device.Siemens));
                }

        return new PulseTrace(UpDown, noise, points);
    }

    private static PulseTrace Alternating(PulsedDevice device, bool fromTop, bool noise, int pairs)
    {
        if (fromTop) device.StartAtTop();
        List<(int, double)> points = [(0, device.Siemens)];
        for (var pair = 1; pair <= pairs; pair++)
        {
            FirePair(device, fromTop);
            points.Add((2 * pair, device.Siemens));
        }

        return new PulseTrace(fromTop ? FromTop : FromBottom, noise, points);
    }

    private static void FirePair(PulsedDevice device, bool fromTop)
    {
        device.Fire(rising: !fromTop);
        device.Fire(rising: fromTop);
    }

    private static int Pairs(DeviceOptions device)
    {
        var law = device.CreateLaw();
        if (SymmetryOf(device) is not { } symmetry || SymmetryPoint.Kind(law) == AlternatingPulses.LeadAway)
            return Math.Max(FewestPairs, law.Potentiation.Pulses);
        var (low, high) = (new PulsedDevice(device, noise: false), new PulsedDevice(device, noise: false));
        high.StartAtTop();
        var (near, pairs) = (Math.Max(Arrived, SymmetryPoint.Rise(law.Potentiation, symmetry)), 0);
        while (pairs < MostPairs && Math.Max(Away(low), Away(high)) > near)
        {
            FirePair(low, fromTop: false);
            FirePair(high, fromTop: true);
            pairs++;
        }

        return Math.Max(FewestPairs, (int)(ShownOn * pairs));

        double Away(PulsedDevice one) => Math.Abs(one.Fraction - symmetry);
    }
}
