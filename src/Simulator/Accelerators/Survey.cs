using System.Runtime.InteropServices;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Composition;

namespace CrossbarSim.Simulator.Accelerators;

/// <summary>The devices of this machine, each put to the test.</summary>
/// <param name="Devices">The CPU, then the CUDA and the OpenCL devices.</param>
/// <param name="Missing">By backend that has no usable device: why.</param>
/// <param name="Auto">The backend that <c>--backend auto</c> takes.</param>
/// <param name="Why">Why it takes that one.</param>
internal sealed record Survey(
    IReadOnlyList<SurveyedDevice> Devices, IReadOnlyDictionary<string, string> Missing, string Auto, string Why)
{
    private static readonly AcceleratorKind[] Kinds = [AcceleratorKind.Cuda, AcceleratorKind.OpenCL];

    /// <summary>Finds and tests all devices.</summary>
    public static Survey Take()
    {
        var test = new SelfTest();
        var missing = new Dictionary<string, string>();
        foreach (var kind in Kinds)
            if (AcceleratorCatalog.WhyNone(kind) is { } why) missing.Add(NameOf(kind), why);
        var (gpu, reason) = BackendFactory.Auto();
        return new Survey(
            [Cpu(test), .. Kinds.SelectMany(kind => Find(kind, test))], missing,
            gpu is null ? "cpu" : NameOf(gpu.Kind), reason);
    }

    private static SurveyedDevice Cpu(SelfTest test)
    {
        using var backend = new CpuBackend();
        var cpu = new ComputeDevice
        {
            Name = backend.Accelerator,
            IsGpu = false,
            Platform = RuntimeInformation.OSDescription,
            Driver = RuntimeInformation.FrameworkDescription,
            MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
            Units = Environment.ProcessorCount,
        };
        return new SurveyedDevice(cpu, backend.Name) { Preferred = true, SelfTest = test.Run(() => new CpuBackend()) };
    }

    private static IEnumerable<SurveyedDevice> Find(AcceleratorKind kind, SelfTest test)
    {
        var found = AcceleratorCatalog.Find(kind);
        var usable = found.Where(info => info.Unusable is null).ToList();
        var preferred = usable.Find(info => info.IsGpu) ?? usable.FirstOrDefault();
        return found.Select(info => Describe(info, info == preferred, test));
    }

    private static SurveyedDevice Describe(AcceleratorInfo info, bool preferred, SelfTest test) =>
        new(info with { Name = info.Name.Trim() }, NameOf(info.Kind))
        {
            Preferred = preferred,
            SelfTest = info.Unusable is null ? test.Run(() => AcceleratorBackend.Open(info)) : null,
        };

    private static string NameOf(AcceleratorKind kind) => kind.ToString().ToLowerInvariant();
}
