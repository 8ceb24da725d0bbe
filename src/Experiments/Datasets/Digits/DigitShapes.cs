using System.Globalization;

namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>The ways in which each digit is written, as pen strokes.</summary>
/// <remarks>
/// Points are "x,y" in percent of the writing box, x to the right and y down; a star marks a corner, a
/// semicolon lifts the pen. The shapes were drawn for this project.
/// </remarks>
internal static class DigitShapes
{
    private static readonly string[][] Written =
    [
        [
            "50,10 30,22 25,50 32,80 50,90 70,78 75,50 68,20 50,10",
            "58,14 38,14 26,35 27,65 42,89 62,84 75,60 72,30 58,12 44,10",
            "52,10 40,30 36,55 40,82 52,90 62,75 65,48 62,22 50,11",
            "62,24 50,11 32,24 26,52 34,82 52,90 70,76 75,48 66,22 50,12 40,20",
        ],
        [
            "50,10 50,50 50,90",
            "60,10 50,52 42,90",
            "36,28 52,10* 51,50 51,90",
            "34,29 50,10* 50,50 50,88; 30,89 51,88 72,89",
            "27,42 43,27 56,12* 53,50 50,90",
        ],
        [
            "28,28 40,12 60,12 70,28 62,48 42,70 26,88* 50,87 76,88",
            "28,26 42,11 62,14 68,32 56,56 38,80 25,86 26,74 40,74 56,86 76,84",
            "28,18 50,12 70,18 66,34 46,64 28,88* 50,88 74,86",
            "30,32 34,14 54,10 68,24 62,46 42,66 28,86 42,83 60,88 78,82",
        ],
        [
            "28,20 46,10 66,20 62,38 44,47* 66,54 72,72 54,90 26,82",
            "28,14 50,14 70,14* 57,30 45,44* 68,54 72,74 52,90 26,80",
            "30,18 50,10 66,24 57,41 43,48 42,43 52,46 70,58 70,78 48,90 26,80",
            "32,16 54,12 64,26 48,44* 64,56 64,76 46,88 28,84",
        ],
        [
            "34,12 31,34 27,55* 50,54 76,52; 64,16 62,50 60,90",
            "30,14 28,36 33,52 52,54 66,47; 69,12 66,50 62,90",
            "60,10* 42,36 24,62* 50,62 78,61; 61,10 60,50 60,90",
            "62,90 62,50 63,12* 44,36 26,59* 52,59 80,57",
            "44,10 34,36 26,58* 50,57 77,55; 62,34 60,62 57,90",
        ],
        [
            "70,12 52,12 37,12* 36,28 34,44* 54,40 72,54 70,76 50,90 26,82",
            "37,14 35,30 33,45* 56,41 72,58 66,82 44,90 26,82; 37,14 54,13 73,12",
            "71,14 48,13 35,27 42,42 62,51 70,68 58,86 28,86",
            "39,17 36,32 34,46* 56,44 70,62 60,84 30,88; 42,12 58,13 75,15",
        ],
        [
            "64,10 44,28 30,54 32,78 50,90 68,80 68,62 52,54 36,64 32,74",
            "58,10 46,28 35,50 30,72 42,90 62,86 68,69 54,58 36,68",
            "67,15 46,18 30,42 28,70 46,90 68,82 74,62 58,48 40,54 30,68",
            "55,8 42,34 34,64 42,88 57,87 62,74 52,65 38,76",
        ],
        [
            "26,16 50,15 72,14* 57,46 44,90",
            "26,16 50,15 73,14* 58,46 46,90; 36,51 51,50 67,49",
            "26,28 28,14* 50,15 74,14* 60,50 48,90",
            "26,18 50,19 74,12* 62,36 51,60 47,90",
            "28,12 52,14 71,13* 69,50 67,90",
        ],
        [
            "66,20 48,10 32,22 40,40 62,54 72,74 50,90 28,76 38,54 60,40 66,24",
            "50,10 34,20 34,36 50,46 66,36 66,20 50,10; 50,46 30,58 28,78 50,90 72,78 70,58 50,46",
            "70,16 46,13 34,28 50,47 68,64 64,86 40,88 30,72 46,50 66,32 71,15",
            "58,14 44,14 40,30 50,46 60,64 58,84 46,90 38,76 46,54 58,38 60,18",
        ],
        [
            "68,28 54,12 34,18 30,38 46,50 64,42 69,26* 68,56 64,90",
            "68,26 50,10 32,24 34,44 52,50 68,34 70,26 70,54 62,82 42,90 30,82",
            "66,22 46,12 32,28 38,46 56,44 68,21* 62,54 54,90",
            "62,17 42,16 31,34 42,50 61,44 70,23; 71,14 69,54 66,90",
        ],
    ];

    private static readonly PenPoint[][][][] Shapes = [.. Written.Select(ways => ways.Select(Parse).ToArray())];

    /// <summary>How many digits there are.</summary>
    public static int Classes => Shapes.Length;

    /// <summary>The ways to write one digit.</summary>
    /// <param name="digit">0 .. 9.</param>
    /// <returns>For each way its strokes, for each stroke its points.</returns>
    public static IReadOnlyList<PenPoint[][]> Of(int digit) => Shapes[digit];

    private static PenPoint[][] Parse(string way) => [.. way.Split("; ").Select(ParseStroke)];

    // A doubled point takes the speed out of the spline there: that is what makes a corner.
    private static PenPoint[] ParseStroke(string stroke) =>
        [.. stroke.Split(' ').SelectMany(text => Enumerable.Repeat(ParsePoint(text), text.EndsWith('*') ? 2 : 1))];

    private static PenPoint ParsePoint(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return new PenPoint(Percent(text.AsSpan(0, comma)), Percent(text.AsSpan(comma + 1).TrimEnd('*')));
    }

    private static double Percent(ReadOnlySpan<char> text) => (double)int.Parse(text, CultureInfo.InvariantCulture) / 100;
}
