using CrossbarSim.TestSupport;
using YamlDotNet.RepresentationModel;

namespace CrossbarSim.HardwareBridge.Tests.Link;

/// <summary>docs/link.md is what link.yaml says; a stale page is renewed by the test that finds it.</summary>
public sealed class LinkPageTests
{
    [Fact]
    public void The_page_is_that_of_the_protocol()
    {
        var yaml = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "firmware", "protocol", "link.yaml"));
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(new YamlDotNet.Core.Parser(text));
        var page = LinkPage.Render(yaml, (YamlMappingNode)stream.Documents[0].RootNode);
        var file = Path.Combine(RepositoryPaths.Root, "docs", "link.md");
        var stored = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (stored != page) File.WriteAllText(file, page);
        Assert.True(stored == page, "docs/link.md was stale and was written anew: look at the difference and commit it");
    }
}
