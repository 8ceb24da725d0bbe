using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Architecture.Tests;

/// <summary>What the compiled assemblies really use, whatever the project files say.</summary>
public sealed class CompiledReferenceTests
{
    private const string Prefix = "CrossbarSim.";

    /// <summary>Projects with code: an empty one has no assembly worth reading.</summary>
    public static TheoryData<string> Compiled =>
        [.. ProjectFile.Sources.Where(project => RepositoryFiles.Below(project.Folder, ".cs").Count > 0)
            .Where(project => project.Name != "Simulator" || File.Exists(Path.Combine(project.Folder, "Program.cs")))
            .Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Compiled))]
    public void An_assembly_uses_only_projects_and_packages_of_its_row(string name)
    {
        var references = References(AssemblyOf(name));
        Assert.Contains("System.Runtime", references);
        Assert.All(references.Where(reference => !IsFramework(reference)), reference => Assert.True(
            reference.StartsWith(Prefix, StringComparison.Ordinal)
                ? LayerRules.MayReference(name, reference[Prefix.Length..])
                : LayerRules.MayUse(name, reference),
            $"{name} uses {reference}"));
    }

    [Fact]
    public void A_reference_that_is_not_allowed_would_be_seen()
    {
        // The judge judged: this assembly uses xunit, which no program may.
        var references = References(typeof(CompiledReferenceTests).Assembly.Location);
        var foreign = references.Where(reference => !IsFramework(reference)).ToList();
        Assert.Contains("CrossbarSim.TestSupport", foreign);
        Assert.Contains(foreign, reference => reference.StartsWith("xunit", StringComparison.Ordinal));
        Assert.DoesNotContain(foreign, reference => LayerRules.MayUse("Core", reference));
    }

    private static string AssemblyOf(string name)
    {
        // artifacts/bin/PROJECT/CONFIGURATION: the same configuration as these tests.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var file = name == "Simulator" ? "crossbarsim.dll" : $"{Prefix}{name}.dll";
        return Path.Combine(RepositoryPaths.Root, "artifacts", "bin", name, configuration, file);
    }

    private static IReadOnlyList<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle =>
            metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static bool IsFramework(string assembly)
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return File.Exists(Path.Combine(shared, $"{assembly}.dll"));
    }
}
