namespace CrossbarSim.Experiments.Tests.Results;

/// <summary>Files of <c>tests/golden</c>.</summary>
internal static class Golden
{
    public static string File(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, "tests", "golden", name);
            if (System.IO.File.Exists(path)) return path;
        }

        throw new FileNotFoundException($"tests/golden/{name} is not above {AppContext.BaseDirectory}");
    }
}
