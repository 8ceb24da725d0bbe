namespace CrossbarSim.Simulator.Bench.Trials;

/// <summary>Something that is run again and again while a watch is held.</summary>
internal interface ITrial : IDisposable
{
    /// <summary>What one repeat did; known once it was run.</summary>
    Work Work { get; }

    /// <summary>Compiles what is compiled at the first use, and fills the caches.</summary>
    void WarmUp();

    /// <summary>Gets ready for a repeat, without the watch.</summary>
    void Prepare();

    /// <summary>One repeat; returns when all is done.</summary>
    void Run();
}
