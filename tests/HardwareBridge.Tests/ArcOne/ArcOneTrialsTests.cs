using System.Diagnostics;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Tests.ArcOne;

/// <summary>The three failures of a session, each at moments that are drawn: at most one cell is in doubt.</summary>
public sealed class ArcOneTrialsTests
{
    private const int Trials = 6;
    private const string PortVariable = "CROSSBARSIM_TEST_PORT";
    private const string JournalVariable = "CROSSBARSIM_TEST_JOURNAL";
    private static readonly RandomNumbers Numbers = new(21, StreamKind.Fuzz);

    private static string Itself => Path.Combine(AppContext.BaseDirectory,
        typeof(ArcOneTrialsTests).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    [Fact]
    public void Board_reset() => Fail((rig, _) => rig.Emulator.Reboot());

    [Fact]
    public void Port_gone_and_back() => Fail((_, server) => server.Dispose());

    [Fact]
    public void Port_gone_for_good_and_another_session()
    {
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        using var rig = InstrumentRig.ArcOne();
        var left = int.MaxValue;
        rig.OnOpen = server => server.Arriving = _ =>
        {
            if (--left != 0) return;
            rig.IsPresent = false;
            server.Dispose();
        };
        using (var board = rig.ConnectArmed(journal, InstrumentRig.Quick with { Reconnect = TimeSpan.FromMilliseconds(100) }))
        {
            left = 13;
            var doubt = Assert.Throws<PulseInDoubtException>(
                () => board.Pulse([new(0, 0, 1), new(0, 1, 9)], EmulatedRig.Cancellation));
            Assert.Equal((new Cell(0, 1), null, 2L), (doubt.Cell, doubt.Reading, doubt.Fired.Total));
        }

        rig.IsPresent = true;
        using var next = rig.Connect(journal);
        Assert.Equal([new Cell(0, 1)], next.Resumed.Doubtful.Select(reading => reading.Cell));
        Assert.Equal(rig.Emulator.Array.Read(new Cell(0, 1)), next.Resumed.Doubtful[0].Conductance, 1e-10);
        rig.AssertAccounts(journal);
    }

    [Fact]
    public void Host_killed()
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "pseudo-terminals are a thing of Linux and macOS");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        using var terminal = PseudoTerminal.Open();
        var emulator = new ArcOneEmulator(InstrumentRig.Devices(8, 8));
        using var rig = new InstrumentRig(emulator, InstrumentRig.ArcOneOptions(8, 8) with { Port = terminal.Path });
        using var server = new InstrumentServer(emulator, terminal.Board);
        var doubtful = 0;
        for (uint trial = 0; trial < 4; trial++)
        {
            Kill(server, terminal.Path, file, 1 + Numbers.Below(60, trial, 9));
            using var next = OpenBoard.Open(rig.Options, file, TimeProvider.System, timing: InstrumentRig.Quick);
            Assert.Contains(next.Board.Resumed.Verdict, new[] { ResumeVerdict.Nothing, ResumeVerdict.Uncertain });
            Assert.InRange(next.Journal.State.UncertainCommands - doubtful, 0, 1);
            doubtful = next.Journal.State.UncertainCommands;
            Assert.All(next.Board.Resumed.Doubtful, reading =>
                Assert.Equal(emulator.Array.Read(reading.Cell), reading.Conductance, 1e-10));
            rig.AssertAccounts(next.Journal);
        }

        Assert.True(emulator.Array.Totals.Up > 0);
        File.Delete(file);
    }

    /// <summary>What the killed process does; runs only as a child of the test above.</summary>
    [Fact(Explicit = true)]
    public void Child()
    {
        var port = Environment.GetEnvironmentVariable(PortVariable) ?? throw new InvalidOperationException("run by its parent");
        using var open = OpenBoard.Open(InstrumentRig.ArcOneOptions(8, 8) with { Port = port },
            Environment.GetEnvironmentVariable(JournalVariable), TimeProvider.System, timing: InstrumentRig.Quick);
        open.Board.Arm(EmulatedRig.Serial);
        for (var k = 0; ; k = (k + 1) % 64)
            open.Board.Pulse([new(k / 8, k % 8, k % 3 == 0 ? -1 : 1)], EmulatedRig.Cancellation);
    }

    // Something happens at a token that is drawn, at another one in every trial; then the work goes on.
    private static void Fail(Action<InstrumentRig, InstrumentServer> happen)
    {
        for (uint trial = 0; trial < Trials; trial++)
        {
            using var journal = PulseJournal.InMemory(TimeProvider.System);
            using var rig = InstrumentRig.ArcOne();
            var left = int.MaxValue;
            rig.OnOpen = server => server.Arriving = _ =>
            {
                if (--left == 0) happen(rig, server);
            };
            using var board = rig.ConnectArmed(journal);
            left = 1 + Numbers.Below(40, trial);
            var (doubts, refused) = Work(board);
            Assert.InRange(doubts.Count, 0, 1);
            Assert.Equal(1, doubts.Count + refused);
            Assert.Equal(20, board.Totals.Up + doubts.Count + refused);
            Assert.Equal(doubts, journal.State.Ledger.Uncertain);
            rig.AssertAccounts(journal);
        }
    }

    private static (List<Cell> Doubts, int Refused) Work(InstrumentBoard board)
    {
        var (doubts, refused) = (new List<Cell>(), 0);
        for (var k = 0; k < 20; k++)
            try
            {
                board.Pulse([new(k / 8, k % 8, 1)], EmulatedRig.Cancellation);
            }
            catch (PulseInDoubtException doubt)
            {
                Assert.NotNull(doubt.Reading);
                doubts.Add(doubt.Cell);
            }
            catch (BoardException cause)
            {
                Assert.Contains(cause.Code, new[] { "CBS1303", "CBS1307" });
                refused++;
            }

        return (doubts, refused);
    }

    private static void Kill(InstrumentServer server, string port, string file, int pulseTokens)
    {
        using var child = new Process
        {
            StartInfo = new ProcessStartInfo(Itself, ["-explicit", "only", "-class", typeof(ArcOneTrialsTests).FullName!])
            {
                RedirectStandardOutput = true,
                Environment = { [PortVariable] = port, [JournalVariable] = file },
            },
        };
        var isPulsing = false;
        server.Arriving = token =>
        {
            isPulsing |= token == "3";
            if (isPulsing && pulseTokens-- == 0) child.Kill();
        };
        child.OutputDataReceived += (_, _) => { };
        child.Start();
        child.BeginOutputReadLine();
        Assert.True(child.WaitForExit(TimeSpan.FromMinutes(1)), "the child was not killed");
        server.Arriving = null;
        Assert.True(pulseTokens < 0, "the child ended before it was killed");
    }
}
