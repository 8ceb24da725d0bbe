namespace CrossbarSim.Core.Boards;

/// <summary>At most one pulse for every cell of a block.</summary>
public sealed class SignBlock
{
    private readonly sbyte[] _signs;

    /// <summary>Takes over a block of signs.</summary>
    /// <param name="block">Where.</param>
    /// <param name="signs">One a cell, row-major: +1 potentiation, -1 depression, 0 no pulse; copied.</param>
    public SignBlock(CellBlock block, ReadOnlySpan<sbyte> signs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(signs.Length, block.Count);
        if (signs.ContainsAnyExceptInRange((sbyte)-1, (sbyte)1))
            throw new ArgumentOutOfRangeException(nameof(signs), "a sign is -1, 0 or +1");
        (Block, _signs) = (block, signs.ToArray());
    }

    /// <summary>Where.</summary>
    public CellBlock Block { get; }

    /// <summary>One sign a cell, row-major.</summary>
    public ReadOnlySpan<sbyte> Signs => _signs;

    /// <summary>The pulses, in the order in which a board fires them.</summary>
    public IEnumerable<CellPulse> Pulses()
    {
        for (var k = 0; k < _signs.Length; k++)
            if (_signs[k] != 0)
                yield return new CellPulse(Block[k].Row, Block[k].Column, _signs[k]);
    }

    /// <summary>The part of it that lies in another block.</summary>
    /// <param name="part">A block within this one.</param>
    public SignBlock Part(CellBlock part)
    {
        var signs = new sbyte[part.Count];
        for (var row = 0; row < part.Rows; row++)
            _signs.AsSpan((part.Row - Block.Row + row) * Block.Columns + part.Column - Block.Column, part.Columns)
                .CopyTo(signs.AsSpan(row * part.Columns));
        return new SignBlock(part, signs);
    }
}
