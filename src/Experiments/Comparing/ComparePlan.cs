namespace CrossbarSim.Experiments.Comparing;

/// <summary>What is compared: every device with every seed, all on the same mini-batches.</summary>
/// <param name="Devices">The devices, the one that the others are compared with first, then the variants.</param>
/// <param name="Seeds">How many seeds each has, at least 1.</param>
/// <param name="Pulse">The write pulse of devices that do not say what theirs is; null: unknown.</param>
public sealed record ComparePlan(IReadOnlyList<ComparedDevice> Devices, int Seeds, WritePulse? Pulse = null)
{
    /// <summary>The devices that were asked for.</summary>
    public IEnumerable<ComparedDevice> Whole => Devices.Where(device => device.VariantOf is null);

    /// <summary>The same with every ideal variant of some of the devices.</summary>
    /// <param name="names">Names of the devices.</param>
    public ComparePlan WithVariants(IReadOnlyCollection<string> names) => this with
    {
        Devices =
        [
            .. Devices,
            .. from device in Devices
               where names.Contains(device.Name)
               from variant in IdealVariants.Of(device.Experiment.Device)
               select new ComparedDevice(
                   $"{device.Name}, ideal {variant.Parameter}", $"{device.Folder}-ideal-{variant.Parameter}",
                   device.Experiment with { Device = variant.Layers }, device.Name, variant.Parameter),
        ],
    };
}
