using System.Diagnostics.CodeAnalysis;
using CrossbarSim.Kernels.Accelerators;

namespace CrossbarSim.Simulator.Accelerators;

/// <summary>A device that a network can be computed on, or could be.</summary>
internal sealed record SurveyedDevice : ComputeDevice
{
    /// <summary>Takes over what is known of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="backend">Backend, as in <c>--backend</c>.</param>
    [SetsRequiredMembers]
    public SurveyedDevice(ComputeDevice device, string backend)
        : base(device) => Backend = backend;

    /// <summary>Backend, as in <c>--backend</c>.</summary>
    public string Backend { get; }

    /// <summary>Whether <c>--backend</c> takes this one where there are several of its kind.</summary>
    public bool Preferred { get; init; }

    /// <summary>What its self-test found; null where it was not tested.</summary>
    public SelfTestResult? SelfTest { get; init; }
}
