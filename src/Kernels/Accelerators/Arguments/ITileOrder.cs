namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>Which eight outputs a thread computes, as a type; the results do not depend on it.</summary>
internal interface ITileOrder
{
    /// <summary>The first output of a tile.</summary>
    int First(int tile);

    /// <summary>The distance to its next.</summary>
    int Step(int tiles);
}

/// <summary>Neighbours in one thread: a CPU's compiler makes one vector of them.</summary>
internal readonly struct NeighbourOrder : ITileOrder
{
    public int First(int tile) => Eight.Width * tile;

    public int Step(int tiles) => 1;
}

/// <summary>Neighbours in neighbouring threads: a GPU reads them in one go.</summary>
internal readonly struct InterleavedOrder : ITileOrder
{
    public int First(int tile) => tile;

    public int Step(int tiles) => tiles;
}
