using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Validation.Fit;

/// <summary>A device that is measured in a trial.</summary>
/// <param name="Name">Name in the tables.</param>
/// <param name="Law">Its law.</param>
/// <param name="Device">The device.</param>
/// <param name="MustRank">Whether its class must be found.</param>
internal sealed record FitTruth(string Name, string Law, DeviceOptions Device, bool MustRank)
{
    /// <summary>The family that can fit it.</summary>
    public ILawFamily Family => LawFamilies.All.Single(family => family.Law == Law);
}
