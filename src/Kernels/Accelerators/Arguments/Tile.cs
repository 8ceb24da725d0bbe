namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>What one thread of a launch over [replicas x lines x tiles] works on: eight outputs of a line.</summary>
/// <param name="Replica">Replica, from 0.</param>
/// <param name="Line">Sample of the batch, or word line.</param>
/// <param name="First">Its first output.</param>
/// <param name="Step">The distance to its next.</param>
internal readonly record struct Tile(int Replica, int Line, int First, int Step)
{
    /// <summary>The tile of a thread.</summary>
    /// <param name="item">Its number.</param>
    /// <param name="tiles">Tiles of a line.</param>
    /// <param name="lines">Lines of a replica.</param>
    public static Tile Of<TOrder>(int item, int tiles, int lines)
        where TOrder : struct, ITileOrder
    {
        var line = item / tiles;
        var replica = line / lines;
        return new Tile(
            replica, line - replica * lines, default(TOrder).First(item - line * tiles), default(TOrder).Step(tiles));
    }

    /// <summary>One of its outputs; in the padding where the layer has no such output.</summary>
    public int Output(int k) => First + k * Step;
}
