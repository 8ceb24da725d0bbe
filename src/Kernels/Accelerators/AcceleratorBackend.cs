using System.Globalization;
using CrossbarSim.Core.Backends;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>The backends <c>cuda</c> and <c>opencl</c>: one accelerator, opened.</summary>
public sealed class AcceleratorBackend : IBackend
{
    private readonly Context _context;
    private readonly Accelerator _accelerator;

    // One for all engines: ILGPU lets go of a kernel that nobody holds, and compiling it again takes a CPU a second.
    private readonly KernelLoader _kernels;

    private AcceleratorBackend(AcceleratorInfo info, Context context, Accelerator accelerator) =>
        (Info, _context, _accelerator, _kernels) = (info, context, accelerator, new KernelLoader(accelerator));

    /// <summary>The accelerator.</summary>
    public AcceleratorInfo Info { get; }

    /// <inheritdoc/>
    public string Name => Info.Kind == AcceleratorKind.Cuda ? "cuda" : "opencl";

    /// <inheritdoc/>
    public string Accelerator => string.Create(CultureInfo.InvariantCulture,
        $"{Info.Name} ({Info.Platform}, {Info.Units} units, {Info.MemoryBytes / (double)(1 << 30):0.#} GiB)");

    /// <summary>Opens an accelerator.</summary>
    /// <param name="info">One that <see cref="AcceleratorCatalog.Find"/> gave and that can be used.</param>
    /// <returns>The backend; disposing it closes the accelerator, after its engines.</returns>
    /// <exception cref="NotSupportedException">The accelerator cannot be used.</exception>
    public static AcceleratorBackend Open(AcceleratorInfo info)
    {
        if (info.Unusable is { } reason) throw new NotSupportedException($"{info.Name} cannot be used: {reason}");
        var device = info.Device ??
            throw new ArgumentException("not an accelerator that the catalog found", nameof(info));
        var context = CreateContext();
        try
        {
            return new AcceleratorBackend(info, context, device.CreateAccelerator(context));
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IEngine CreateEngine(EnginePlan plan) => new AcceleratorEngine(_kernels, plan);

    // O2 is what infers that every pointer is a global one: PoCL needs it, and GPUs load faster.
    internal static Context CreateContext() =>
        Context.Create(builder => builder.FusedArithmetic().Optimize(OptimizationLevel.O2));

    /// <summary>The open accelerator, for single kernels.</summary>
    internal Accelerator Opened => _accelerator;

    /// <summary>The kernels that it has compiled.</summary>
    internal KernelLoader Kernels => _kernels;

    /// <inheritdoc/>
    public void Dispose()
    {
        _accelerator.Dispose();
        _context.Dispose();
    }
}
