namespace CrossbarSim.Experiments.Transfers.Reading;

/// <summary>Order of names in which numbers count as numbers: fc2 before fc10, dense before dense_1.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    /// <summary>The order.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x ?? ""), Parts(y ?? ""));
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
            if (Compare(left[i], right[i]) is not 0 and var order) return order;
        return left.Count - right.Count;
    }

    private static int Compare((bool IsNumber, string Text) x, (bool IsNumber, string Text) y)
    {
        if (!x.IsNumber || !y.IsNumber) return string.CompareOrdinal(x.Text, y.Text);
        var (left, right) = (x.Text.TrimStart('0'), y.Text.TrimStart('0'));
        return left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
    }

    private static List<(bool IsNumber, string Text)> Parts(string text)
    {
        List<(bool, string)> parts = [];
        for (var start = 0; start < text.Length;)
        {
            var (end, number) = (start + 1, char.IsAsciiDigit(text[start]));
            while (end < text.Length && char.IsAsciiDigit(text[end]) == number) end++;
            parts.Add((number, text[start..end]));
            start = end;
        }

        return parts;
    }
}
