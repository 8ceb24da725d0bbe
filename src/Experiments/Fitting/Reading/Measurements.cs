namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>What a measured file holds, summed.</summary>
/// <param name="File">Its name, without folder.</param>
/// <param name="Devices">Its devices, in the order of the file.</param>
/// <param name="Warnings">What is odd about it.</param>
public sealed record Measurements(
    string File, IReadOnlyList<DeviceSweeps> Devices, IReadOnlyList<MeasurementProblem> Warnings)
{
    /// <summary>Rows of data.</summary>
    public long Rows => Devices.Sum(device => device.Rows);

    /// <summary>Cycles of all devices.</summary>
    public int Cycles => Devices.Sum(device => device.Cycles);

    /// <summary>The sweep averaged over all devices and cycles.</summary>
    public Sweep Sweep { get; } = Pooled(Devices);

    private static Sweep Pooled(IReadOnlyList<DeviceSweeps> devices)
    {
        var places = devices.SelectMany(device => device.Moments).GroupBy(m => (m.IsDepression, m.Pulse), m => m.Moments)
            .OrderBy(place => place.Key).Select(place => (place.Key, Moments: place.ToList())).ToList();
        List<SweepPoint> points = [];
        var scatter = 0.0;
        foreach (var ((isDepression, pulse), moments) in places)
        {
            double rows = moments.Sum(m => m.Count);
            var mean = moments.Sum(m => m.Count * m.Mean) / rows;
            scatter += moments.Sum(m => m.Scatter + m.Count * (m.Mean - mean) * (m.Mean - mean));
            points.Add(new SweepPoint(isDepression, pulse, mean, rows));
        }

        return new Sweep(points, scatter);
    }
}
