using System.Xml.Linq;

namespace CrossbarSim.Architecture.Tests;

/// <summary>What the project files say.</summary>
public sealed class DeclaredReferenceTests
{
    public static TheoryData<string> Sources => [.. ProjectFile.Sources.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_references_only_the_projects_below_it(string name)
    {
        Assert.True(LayerRules.Knows(name), $"{name} has no row in LayerRules: who may it know?");
        Assert.All(Source(name).References, other =>
            Assert.True(LayerRules.MayReference(name, other), $"{name} must not reference {other}"));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_uses_only_its_own_packages(string name) =>
        Assert.All(Source(name).Packages, package =>
            Assert.True(LayerRules.MayUse(name, package), $"{name} must not use {package}"));

    [Fact]
    public void Core_exists_and_references_nothing()
    {
        var core = Source("Core");
        Assert.Empty(core.References);
        Assert.Empty(core.Packages);
    }

    [Fact]
    public void Only_its_tests_and_the_validation_reference_the_simulator() =>
        Assert.All(ProjectFile.All, project => Assert.True(
            project.Name is "Simulator.Tests" or "Validation" || !project.References.Contains("Simulator"),
            $"{project.Name} references Simulator, which is where everything meets"));

    [Fact]
    public void No_program_references_a_test_project()
    {
        var programs = ProjectFile.Sources.Select(project => project.Name).ToHashSet();
        var tests = ProjectFile.All.Select(project => project.Name).Where(name => !programs.Contains(name)).ToHashSet();
        Assert.Contains("Architecture.Tests", tests);
        Assert.All(ProjectFile.Sources, project => Assert.DoesNotContain(project.References, tests.Contains));
    }

    [Fact]
    public void Versions_stand_in_the_central_file_only()
    {
        var files = RepositoryFiles.Below("", ".csproj", ".props", ".targets");
        var central = Assert.Single(files, file => Path.GetFileName(file) == "Directory.Packages.props");
        Assert.NotEmpty(XDocument.Load(central).Descendants("PackageVersion"));
        Assert.All(files.Where(file => file != central), file =>
        {
            var xml = XDocument.Load(file);
            Assert.Empty(xml.Descendants("PackageVersion"));
            Assert.All(xml.Descendants("PackageReference"), package => Assert.False(
                package.Attributes().Select(a => a.Name).Concat(package.Elements().Select(e => e.Name))
                    .Any(part => part.LocalName is "Version" or "VersionOverride"),
                $"{RepositoryFiles.Short(file)} gives a version of {package.Attribute("Include")?.Value}"));
        });
    }

    [Fact]
    public void There_is_one_classic_solution_and_it_holds_every_project()
    {
        var solution = Assert.Single(RepositoryFiles.Below("", ".sln"));
        Assert.Empty(RepositoryFiles.Below("", ".slnx"));
        Assert.Equal("CrossbarSim.sln", RepositoryFiles.Short(solution));
        var text = File.ReadAllText(solution).Replace('\\', '/');
        Assert.All(ProjectFile.All, project =>
            Assert.Contains($"\"{RepositoryFiles.Short(project.Path)}\"", text, StringComparison.Ordinal));
    }

    private static ProjectFile Source(string name) => ProjectFile.Sources.Single(project => project.Name == name);
}
