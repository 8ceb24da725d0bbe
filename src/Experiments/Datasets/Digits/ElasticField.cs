namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>A smooth random displacement of the writing box: uniform cubic B-splines over a coarse grid.</summary>
internal sealed class ElasticField
{
    private const int Cells = 2;
    private const int Nodes = Cells + 3;

    private readonly PenPoint[] _nodes = new PenPoint[Nodes * Nodes];

    /// <summary>Draws a field.</summary>
    /// <param name="dice">The sample's random numbers.</param>
    /// <param name="reach">Largest displacement of a node, in writing boxes.</param>
    public ElasticField(SampleDice dice, double reach)
    {
        for (var i = 0; i < _nodes.Length; i++) _nodes[i] = dice.PointAround(reach);
    }

    /// <summary>Where a point of the writing box goes.</summary>
    /// <param name="point">The point; outside the box the field continues as at its edge.</param>
    public PenPoint Displace(PenPoint point)
    {
        Span<double> across = stackalloc double[4];
        Span<double> down = stackalloc double[4];
        var column = Weights(point.X, across);
        var row = Weights(point.Y, down);
        var moved = point;
        for (var r = 0; r < 4; r++)
            for (var c = 0; c < 4; c++)
                moved += (down[r] * across[c]) * _nodes[(row + r) * Nodes + column + c];
        return moved;
    }

    private static int Weights(double coordinate, Span<double> weights)
    {
        var place = Math.Clamp(coordinate, 0, 1) * Cells;
        var cell = Math.Min((int)place, Cells - 1);
        var t = place - cell;
        var s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = (4 + t * t * (3 * t - 6)) / 6;
        weights[2] = (4 + s * s * (3 * s - 6)) / 6;
        weights[3] = t * t * t / 6;
        return cell;
    }
}
