namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class CurvesTests : ScratchFolder
{
    [Fact]
    public void Prints_both_branches_of_every_device()
    {
        var result = Cli.Run("curves", "seed-linear", "seed-nonlinear");
        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("device,branch,pulse,position,conductance_siemens,weight", lines[0]);
        Assert.Equal(1 + 4 * 101, lines.Length);
        Assert.Equal("seed-linear,potentiation,0,0,1E-06,-1", lines[1]);
        Assert.Equal("seed-linear,depression,0,1,5E-05,1", lines[102]);
    }

    [Fact]
    public void Writes_a_folder_with_the_picture()
    {
        var result = Cli.Run("curves", "seed-nonlinear", "--out", In("curves"));
        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd().Split('\n'), path => Assert.True(File.Exists(path), path));
        Assert.Equal(203, File.ReadAllLines(In("curves/curves.csv")).Length);
    }

    [Fact]
    public void Suggests_the_preset_that_was_meant()
    {
        var result = Cli.Run("curves", "seed-linr");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("did you mean seed-linear?", result.Errors, StringComparison.Ordinal);
    }
}
