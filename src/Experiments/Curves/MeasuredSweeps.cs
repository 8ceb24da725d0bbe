using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Programming;
using CsvHelper;

namespace CrossbarSim.Experiments.Curves;

/// <summary>
/// Devices as a measurement would show them: each cycle all rising pulses, then all falling ones, and a reading after each,
/// with every noise, spread and fault that they have. A cycle begins where the one before ended.
/// </summary>
/// <param name="Devices">Devices, 1 or more.</param>
/// <param name="Cycles">Cycles of each, 1 or more.</param>
/// <param name="Seed">Seed of devices and noise.</param>
public sealed record MeasuredSweeps(int Devices, int Cycles, ulong Seed)
{
    /// <summary>Writes the table that <c>fit</c> reads, a row for each reading.</summary>
    /// <param name="devices">The nominal devices.</param>
    /// <param name="writer">Where to; line ends are LF on every system.</param>
    public void Write(IEnumerable<DeviceOptions> devices, TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, ConductanceCurves.Style, leaveOpen: true);
        csv.WriteHeader("device", "cycle", "direction", "pulse", "conductance_siemens");
        foreach (var device in devices) Write(device, csv);
    }

    private void Write(DeviceOptions device, CsvWriter csv)
    {
        var mapping = new WeightMapping(device, new MappingOptions());
        var states = new ReferenceDevices(mapping, Devices, Seed, layer: 0);
        var cells = new DeviceTwins(mapping, states, Seed, layer: 0);
        for (var cell = 0; cell < Devices; cell++)
            for (var cycle = 1; cycle <= Cycles; cycle++)
                foreach (var rising in new[] { true, false }) Sweep(csv, mapping, cells, cell, cycle, rising);
    }

    private static void Sweep(CsvWriter csv, WeightMapping mapping, DeviceTwins cells, int cell, int cycle, bool rising)
    {
        var pulses = !rising && cells.FallsByReset ? 1 : mapping.Law.Branch(depression: !rising).Pulses;
        for (var pulse = 0; pulse <= pulses; pulse++)
        {
            if (pulse > 0) cells.Fire(cell, rising);
            csv.WriteField($"{mapping.Device.Name}-{cell + 1}");
            csv.WriteField(cycle);
            csv.WriteField(rising ? ConductanceCurves.Potentiation : ConductanceCurves.Depression);
            csv.WriteField(pulse);
            csv.WriteField(mapping.Device.Window.Conductance(cells.Read(cell)));
            csv.EndRecord();
        }
    }
}
