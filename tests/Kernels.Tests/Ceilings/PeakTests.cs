using CrossbarSim.Kernels.Ceilings;
using CrossbarSim.Kernels.Tests.Accelerators;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Tests.Ceilings;

public sealed class PeakTests(OpenCLFixture opencl) : IClassFixture<OpenCLFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_thread_of_the_cpu_has_work_of_its_own(int threads)
    {
        using var one = new HostPeaks(1);
        using var several = new HostPeaks(threads);
        several.MultiplyAdd();
        several.Copy();

        Assert.Equal(threads * one.MultiplyAdds, several.MultiplyAdds);
        Assert.True(several.CopiedBytes >= one.CopiedBytes / 2 && several.CopiedBytes % threads == 0);
    }

    [Fact]
    public void An_accelerator_multiplies_and_copies()
    {
        using var peaks = new AcceleratorPeaks(opencl.Usable);
        peaks.MultiplyAdd();
        peaks.Copy();

        Assert.Equal(0, peaks.MultiplyAdds % MultiplyAddKernel.Sums);
        Assert.Equal(0, peaks.CopiedBytes % (2 * sizeof(float)));
    }

    [Fact]
    public void The_kernels_do_what_they_are_measured_for()
    {
        var accelerator = opencl.Usable.Opened;
        using var from = accelerator.Allocate1D<float>([1, 2, 3, 4, 5, 6, 7, 8]);
        using var to = accelerator.Allocate1D<float>(8);
        var copy = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, ArrayView<float>>(CopyKernel.Run);
        copy(8, from.View, to.View);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], to.GetAsArray1D());

        // s becomes s/2 + 1/2: after many steps 1, of each of the eight sums that are added up.
        var multiply = accelerator.LoadAutoGroupedStreamKernel<Index1D, int, float, ArrayView<float>>(MultiplyAddKernel.Run);
        multiply(1, 99, 0.5f, to.View);
        Assert.Equal(Enumerable.Repeat(8f, 8), to.GetAsArray1D());
    }
}
