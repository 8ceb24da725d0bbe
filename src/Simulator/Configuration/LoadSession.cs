namespace CrossbarSim.Simulator.Configuration;

/// <summary>One load: the texts that take part and the problems found so far.</summary>
internal sealed class LoadSession
{
    /// <summary>Creates a session without texts.</summary>
    /// <param name="kept">Texts of files as they were, by full path; null: files are read as they are.</param>
    public LoadSession(IReadOnlyDictionary<string, string>? kept = null) => Files = new SourceFiles(Problems, kept);

    /// <summary>The problems found so far.</summary>
    public ProblemList Problems { get; } = new();

    /// <summary>The texts that take part.</summary>
    public SourceFiles Files { get; }

    /// <summary>Reads a file into a tree.</summary>
    /// <param name="path">Absolute, or relative to the current directory.</param>
    /// <returns>The tree, or null where it cannot be read.</returns>
    public LocatedNode? Parse(string path) => Parse(Files.Open(path));

    /// <summary>Reads a text into a tree.</summary>
    /// <param name="source">The text, or null where it could not be opened.</param>
    /// <returns>The tree, or null where it cannot be read.</returns>
    public LocatedNode? Parse(SourceText? source) => source is null ? null : new YamlTreeReader(source, Problems).Read();

    /// <summary>Refuses a tree that describes another kind of file, whose keys would all be wrong one by one.</summary>
    /// <param name="root">The tree, or null where it could not be read.</param>
    /// <param name="expected">What it should describe.</param>
    /// <returns>The tree, or null.</returns>
    public LocatedNode? Expect(LocatedNode? root, FileKind expected)
    {
        if (root is null || FileKinds.Mistaken(root, expected) is not { } mistake) return root;
        Problems.Add(ProblemCodes.OtherKind, "", mistake, root.At);
        return null;
    }

    /// <summary>Ends the load of a tree that needs no more than binding.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="root">The tree, or null where it could not be read.</param>
    public LoadResult<T> Bind<T>(LocatedNode? root)
        where T : class => Result(root is null ? null : new OptionBinder(Problems).Bind<T>(root));

    /// <summary>Ends the load.</summary>
    /// <typeparam name="T">The options.</typeparam>
    /// <param name="value">The options, if they could be bound.</param>
    public LoadResult<T> Result<T>(T? value)
        where T : class => new(value, Problems.Sorted());
}
