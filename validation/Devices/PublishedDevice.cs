namespace CrossbarSim.Validation.Devices;

/// <summary>A shipped device and the accuracy that its own tool publishes for it.</summary>
/// <param name="Name">Name of the preset.</param>
/// <param name="Accuracy">
/// From the table of devices in the manual of MLP+NeuroSim V3.0: a 400-100-10 network on binary 20 x 20 crops of MNIST after a
/// million images, rounded there to a whole percent, with most marked as about.
/// </param>
internal sealed record PublishedDevice(string Name, double Accuracy)
{
    /// <summary>The seven devices.</summary>
    public static IReadOnlyList<PublishedDevice> All { get; } =
    [
        new("ag-asi-jo-2010", 0.72),
        new("taox-hfox-wu-2018", 0.80),
        new("pcmo-park-2013", 0.33),
        new("alox-hfo2-woo-2016", 0.20),
        new("gst-chen-2018", 0.89),
        new("ag-sige-choi-2018", 0.92),
        new("hzo-jerry-2017", 0.88),
    ];
}
