using System.Globalization;
using CrossbarSim.Experiments.Comparing;

namespace CrossbarSim.Validation.Devices;

/// <summary>What a device came to with a rule, beside what is published.</summary>
/// <param name="Device">The device.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Accuracy">Test accuracy after the last epoch, over seeds.</param>
internal sealed record DeviceResult(PublishedDevice Device, string Rule, SeedInterval Accuracy)
{
    /// <summary>Columns of <see cref="Line"/>.</summary>
    public const string Header =
        "device,rule,seeds,test_accuracy_mean,test_accuracy_ci95_low,test_accuracy_ci95_high,published_accuracy,met";

    /// <summary>Whether the mean is at least what is published.</summary>
    public bool Met => Accuracy.Mean >= Device.Accuracy;

    /// <summary>A row of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Device.Name},{Rule},{Accuracy.Count},{Accuracy.Mean:F5},{Accuracy.Low:F5},{Accuracy.High:F5},{Device.Accuracy:F2},")
        + (Met ? "yes" : "no");
}
