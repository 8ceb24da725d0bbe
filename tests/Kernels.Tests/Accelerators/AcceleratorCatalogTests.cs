using CrossbarSim.Kernels.Accelerators;

namespace CrossbarSim.Kernels.Tests.Accelerators;

public sealed class AcceleratorCatalogTests
{
    [Theory]
    [InlineData(AcceleratorKind.Cuda)]
    [InlineData(AcceleratorKind.OpenCL)]
    public void A_kind_has_a_preferred_accelerator_or_a_reason(AcceleratorKind kind)
    {
        var preferred = AcceleratorCatalog.Preferred(kind);
        Assert.Equal(preferred is null, AcceleratorCatalog.WhyNone(kind) is not null);
        Assert.All(AcceleratorCatalog.Find(kind), info => Assert.Equal(kind, info.Kind));
        if (preferred is not null)
            Assert.True(preferred.IsGpu || !AcceleratorCatalog.Find(kind).Any(info => info.IsGpu && info.Unusable is null));
    }

    [Fact]
    public void Pocl_is_usable_but_no_gpu()
    {
        var pocl = AcceleratorCatalog.Find(AcceleratorKind.OpenCL).FirstOrDefault(info => info.IsPocl);
        Assert.SkipWhen(pocl is null, "no PoCL: apt-get install pocl-opencl-icd ocl-icd-opencl-dev");
        Assert.Null(pocl.Unusable);
        Assert.False(pocl.IsGpu);
        Assert.True(pocl.MemoryBytes > 0 && pocl.Units > 0);
        using var backend = AcceleratorBackend.Open(pocl);
        Assert.Equal("opencl", backend.Name);
        Assert.Contains(pocl.Name, backend.Accelerator, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_the_catalog_found_is_opened()
    {
        var invented = new AcceleratorInfo
        {
            Kind = AcceleratorKind.Cuda,
            Name = "none",
            Platform = "none",
            Driver = "none",
            MemoryBytes = 0,
            Units = 0,
            IsGpu = true,
            IsPocl = false,
        };
        Assert.Throws<ArgumentException>(() => AcceleratorBackend.Open(invented));
        Assert.Throws<NotSupportedException>(() => AcceleratorBackend.Open(invented with { Unusable = "broken" }));
    }
}
