using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>The accelerators of this machine.</summary>
public static class AcceleratorCatalog
{
    /// <summary>Finds the accelerators of a kind; a missing driver gives an empty list.</summary>
    /// <param name="kind">How they are spoken to.</param>
    /// <returns>All of them, also those that cannot be used, in the driver's order.</returns>
    public static IReadOnlyList<AcceleratorInfo> Find(AcceleratorKind kind) => kind == AcceleratorKind.Cuda
        ? [.. CudaDevice.GetDevices(_ => true).OfType<CudaDevice>().Select(Describe)]
        : [.. CLDevice.GetDevices(_ => true).OfType<CLDevice>().Select(Describe)];

    /// <summary>
    /// The accelerator to take when a kind is asked for: the first usable GPU, else the first usable one.
    /// </summary>
    /// <param name="kind">How it is spoken to.</param>
    /// <returns>The accelerator, or null: then <see cref="WhyNone"/> says why.</returns>
    public static AcceleratorInfo? Preferred(AcceleratorKind kind)
    {
        var usable = Find(kind).Where(info => info.Unusable is null).ToList();
        return usable.Find(info => info.IsGpu) ?? usable.FirstOrDefault();
    }

    /// <summary>Why no accelerator of a kind can be used, and what to install.</summary>
    /// <param name="kind">How they are spoken to.</param>
    /// <returns>One sentence; null if one can be used.</returns>
    public static string? WhyNone(AcceleratorKind kind)
    {
        var found = Find(kind);
        if (found.Any(info => info.Unusable is null)) return null;
        if (found.Count > 0) return string.Join("; ", found.Select(info => $"{info.Name}: {info.Unusable}"));
        return kind == AcceleratorKind.Cuda ? WhyNoCuda() : WhyNoOpenCL();
    }

    private static string WhyNoCuda() => HasLibrary("cuda", "libcuda.so.1", "nvcuda")
        ? "the NVIDIA driver is installed but shows no GPU"
        : "no NVIDIA driver (libcuda): a GPU of NVIDIA and its driver are needed";

    private static string WhyNoOpenCL() => HasLibrary("OpenCL", "libOpenCL.so")
        ? "the OpenCL loader is installed but shows no device: install the GPU's driver, or for the CPU pocl-opencl-icd"
        : "no OpenCL loader (libOpenCL.so): install the GPU's driver, or for the CPU pocl-opencl-icd and ocl-icd-opencl-dev";

    private static bool HasLibrary(params string[] names)
    {
        foreach (var name in names)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            NativeLibrary.Free(library);
            return true;
        }

        return false;
    }

    private static AcceleratorInfo Describe(CudaDevice device) => new()
    {
        Kind = AcceleratorKind.Cuda,
        Name = device.Name,
        Platform = $"CUDA, compute capability {device.Architecture?.ToString() ?? "unknown"}",
        Driver = $"CUDA {device.DriverVersion}",
        MemoryBytes = device.MemorySize,
        Units = device.NumMultiprocessors,
        IsGpu = true,
        IsPocl = false,
        Unusable = device.Architecture is null || device.InstructionSet is null ? "ILGPU does not know this GPU" : null,
        Device = device,
    };

    private static AcceleratorInfo Describe(CLDevice device)
    {
        var pocl = device.PlatformName.Contains("Portable Computing Language", StringComparison.OrdinalIgnoreCase);
        if (pocl) AllowGenericPointers(device);
        return new AcceleratorInfo
        {
            Kind = AcceleratorKind.OpenCL,
            Name = device.Name,
            Platform = device.PlatformName,
            Driver = $"OpenCL {device.PlatformVersion}, {DriverVersion(device)}",
            MemoryBytes = device.MemorySize,
            Units = device.NumMultiprocessors,
            IsGpu = (device.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0,
            IsPocl = pocl,
            Unusable = WhyUnusable(device),
            Device = device,
        };
    }

    private static string DriverVersion(CLDevice device) =>
        CLAPI.CurrentAPI.GetDeviceInfo(device.DeviceId, CLDeviceInfoType.CL_DRIVER_VERSION).Trim();

    private static string? WhyUnusable(CLDevice device)
    {
        if (device.CLStdVersion < CLBackend.MinimumVersion)
            return $"it speaks OpenCL C {device.CLStdVersion}, {CLBackend.MinimumVersion} is needed";
        return device.Capabilities.GenericAddressSpace ? null : "it lacks OpenCL's generic address space";
    }

    // ILGPU opens only devices that announce OpenCL's generic address space, which PoCL 3.1 does not. Our kernels
    // use global pointers alone and run there all the same, so it is announced in PoCL's name: the property's
    // setter is internal. Only for PoCL, where the tests have seen it work.
    private static void AllowGenericPointers(CLDevice device) =>
        typeof(CLCapabilityContext)
            .GetProperty(nameof(CLCapabilityContext.GenericAddressSpace), BindingFlags.Instance | BindingFlags.Public)!
            .GetSetMethod(nonPublic: true)!
            .Invoke(device.Capabilities, [true]);
}
