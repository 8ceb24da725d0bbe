namespace CrossbarSim.Core.Backends;

/// <summary>A place where networks of devices are computed.</summary>
public interface IBackend : IDisposable
{
    /// <summary>Name as in <c>--backend</c>: reference, cpu, cuda or opencl.</summary>
    string Name { get; }

    /// <summary>The processor that does the work, in words: model, cores or memory.</summary>
    string Accelerator { get; }

    /// <summary>Builds one network on this backend, with its data.</summary>
    /// <param name="plan">Network, devices and data.</param>
    /// <returns>An engine whose devices are all at P = 0 until <see cref="IEngine.WriteState"/>.</returns>
    IEngine CreateEngine(EnginePlan plan);
}
