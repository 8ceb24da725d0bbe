namespace CrossbarSim.Simulator.Configuration;

/// <summary>Paths such as <c>device.1.gmax</c>.</summary>
internal static class DottedPath
{
    /// <summary>The path of a child.</summary>
    /// <param name="parent">The parent's path, empty for the root.</param>
    /// <param name="name">Key or index of the child; empty for the parent itself.</param>
    public static string Join(string parent, string name) =>
        parent.Length == 0 ? name : name.Length == 0 ? parent : $"{parent}.{name}";
}
