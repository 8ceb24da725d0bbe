namespace CrossbarSim.Simulator.Configuration;

/// <summary>Configuration files inside the program.</summary>
internal static class Shipped
{
    /// <summary>Text of a shipped file.</summary>
    /// <param name="name">Its path under configs, such as <c>quick/digits.yaml</c>.</param>
    public static string Text(string name)
    {
        using var stream = typeof(Shipped).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
