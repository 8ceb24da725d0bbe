namespace CrossbarSim.Experiments.Sweeps.Sampling;

/// <summary>The Sobol sequence in up to 32 dimensions: points that fill the unit cube evenly, however many are taken.</summary>
/// <remarks>
/// Primitive polynomials and initial direction numbers: S. Joe, F. Y. Kuo: Constructing Sobol sequences with better
/// two-dimensional projections. SIAM J. Sci. Comput. 30 (2008) 2635, doi 10.1137/070709359, table new-joe-kuo-6.21201.
/// Points are in Gray-code order: I. A. Antonov, V. M. Saleev, USSR Comput. Math. Math. Phys. 19 (1979) 252.
/// </remarks>
public static class SobolSequence
{
    /// <summary>Dimensions that direction numbers are known for.</summary>
    public const int Dimensions = 32;

    private const int Bits = 32;

    // Degree s, inner coefficients a of the polynomial, and m_1 .. m_s, of dimensions 2 to 32; the first needs none.
    private const string Table =
        "1 0 1|2 1 1 3|3 1 1 3 1|3 2 1 1 1|4 1 1 1 3 3|4 4 1 3 5 13|5 2 1 1 5 5 17|5 4 1 1 5 5 5|5 7 1 1 7 11 19"
        + "|5 11 1 1 5 1 1|5 13 1 1 1 3 11|5 14 1 3 5 5 31|6 1 1 3 3 9 7 49|6 13 1 1 1 15 21 21|6 16 1 3 1 13 27 49"
        + "|6 19 1 1 1 15 7 5|6 22 1 3 1 15 13 25|6 25 1 1 5 5 19 61|7 1 1 3 7 11 23 15 103|7 4 1 3 7 13 13 15 69"
        + "|7 7 1 1 3 13 7 35 63|7 8 1 3 5 9 1 25 53|7 14 1 3 1 13 9 35 107|7 19 1 3 1 5 27 61 31|7 21 1 1 5 11 19 41 61"
        + "|7 28 1 3 5 3 3 13 69|7 31 1 1 7 13 1 19 1|7 32 1 3 7 5 13 19 59|7 37 1 1 3 9 25 29 41|7 41 1 3 5 13 23 1 55"
        + "|7 42 1 3 7 3 13 59 17";

    private static readonly uint[][] Directions = [First(), .. Table.Split('|').Select(Of)];

    /// <summary>A coordinate of a point, as 32 bits after the binary point.</summary>
    /// <param name="point">Number of the point, from 0, whose coordinates are all 0.</param>
    /// <param name="dimension">Dimension, from 0 to 31.</param>
    public static uint Bit32(uint point, int dimension)
    {
        var (gray, directions, value) = (point ^ (point >> 1), Directions[dimension], 0u);
        for (var bit = 0; gray != 0; bit++, gray >>= 1)
            if ((gray & 1) != 0) value ^= directions[bit];
        return value;
    }

    private static uint[] First() => [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];

    private static uint[] Of(string row)
    {
        uint[] numbers = [.. row.Split(' ').Select(uint.Parse)];
        var (degree, inner) = ((int)numbers[0], numbers[1]);
        var directions = new uint[Bits];
        for (var bit = 0; bit < Bits; bit++)
            directions[bit] = bit < degree
                ? numbers[2 + bit] << (Bits - 1 - bit)
                : Next(directions, bit, degree, inner);
        return directions;
    }

    // The recurrence of the polynomial x^s + a_1 x^(s-1) + ... + a_(s-1) x + 1.
    private static uint Next(uint[] directions, int bit, int degree, uint inner)
    {
        var value = directions[bit - degree] ^ (directions[bit - degree] >> degree);
        for (var term = 1; term < degree; term++)
            if (((inner >> (degree - 1 - term)) & 1) != 0) value ^= directions[bit - term];
        return value;
    }
}
