using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>What Adam remembers of one layer on the CPU, in the padded layout of its weights.</summary>
internal sealed class HostMoments
{
    private readonly PaddedRows _rows;

    /// <param name="rows">Layout of the layer's weights.</param>
    /// <param name="moments">The moments; copied.</param>
    public HostMoments(PaddedRows rows, Moments moments)
    {
        _rows = rows;
        Steps = moments.Steps;
        (First, Second) = (rows.From(moments.First, m => (float)m), rows.From(moments.Second, m => (float)m));
    }

    /// <summary>First moments, [rows x stride].</summary>
    public Aligned<float> First { get; }

    /// <summary>Second moments, [rows x stride].</summary>
    public Aligned<float> Second { get; }

    /// <summary>Steps taken so far.</summary>
    public long Steps { get; set; }

    /// <summary>A copy.</summary>
    public Moments Read() => new(_rows.To(First, m => (double)m), _rows.To(Second, m => (double)m), Steps);
}
