using CrossbarSim.TestSupport;
using CrossbarSim.Validation.Backends;

namespace CrossbarSim.Simulator.Tests.Validation;

/// <summary>A sample of <c>validation -- backends</c>.</summary>
public sealed class BackendsTests
{
    [Fact]
    public void Every_rule_gives_the_same_integers_on_every_backend_thread_count_and_vector_width()
    {
        Mnist.SkipWhereAbsent();
        List<string> rows = [];
        Assert.All(BackendsValidation.Compare(RepositoryPaths.Root, 1000, rows.Add), row => Assert.True(row.Agrees, row.Text));
        Assert.True(rows.Count >= 4 * BackendCase.All.Count);
    }
}
