namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What one thread of a launch over [replicas x lines x tiles] works on.</summary>
/// <param name="Replica">Replica, from 0.</param>
/// <param name="Line">Sample of the batch, or word line.</param>
/// <param name="Tile">Tile of outputs.</param>
internal readonly record struct TilePlace(int Replica, int Line, int Tile)
{
    /// <summary>The place of a thread.</summary>
    /// <param name="item">Its number.</param>
    /// <param name="tiles">Tiles of a line.</param>
    /// <param name="lines">Lines of a replica.</param>
    public static TilePlace Of(int item, int tiles, int lines)
    {
        var line = item / tiles;
        var replica = line / lines;
        return new TilePlace(replica, line - replica * lines, item - line * tiles);
    }
}
