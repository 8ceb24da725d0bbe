using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.TestSupport;
using CrossbarSim.Validation.Link;

namespace CrossbarSim.Simulator.Tests.Validation;

/// <summary>Samples of the validations of the link.</summary>
public sealed class LinkTests
{
    private const int Trials = 5;

    public static TheoryData<CrashKindName, int> Crashes { get; } = new(
        from kind in Enum.GetValues<CrashKindName>() from number in Enumerable.Range(100, Trials) select (kind, number));

    [Theory]
    [MemberData(nameof(Crashes))]
    public void A_programming_survives_a_crash_at_any_moment(CrashKindName kind, int number)
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "this system has no pseudo-terminals");
        var result = CrashTrial.Run((CrashKind)kind, number);
        Assert.True(result.Wrong.Count == 0, string.Join('\n', result.Wrong));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pulses_over_a_bad_line_are_fired_and_counted_once(bool blocks)
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "this system has no pseudo-terminals");
        var trial = LinkTrial.Run(LinkRigs.All(RepositoryPaths.Root)[0], blocks, 2000,
            new FaultOptions { Corrupt = 0.05, DropReplies = 0.05, Seed = 3 }, TransportKind.SerialPort);
        Assert.True(trial.IsExact, trial.Line);
        Assert.True(trial.Resent > 0, "the line did no harm, so this tests nothing");
    }

    /// <summary>The kinds, by their numbers: those of the validation are its own.</summary>
    public enum CrashKindName
    {
        Kill = CrashKind.Kill,
        Reset = CrashKind.Reset,
        Unplug = CrashKind.Unplug,
    }
}
