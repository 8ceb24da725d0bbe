using System.Diagnostics;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests.Journal;

/// <summary>A host that is killed in the middle of its work, and the next one that goes on with its journal.</summary>
public sealed class KilledHostTests
{
    private const int Kills = 5;
    private const string PortVariable = "CROSSBARSIM_TEST_PORT";
    private const string JournalVariable = "CROSSBARSIM_TEST_JOURNAL";

    private static string Itself => Path.Combine(AppContext.BaseDirectory,
        typeof(KilledHostTests).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    [Fact]
    public void After_each_kill_journal_and_board_agree_and_nothing_is_in_doubt()
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "pseudo-terminals are a thing of Linux and macOS");
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        using var terminal = PseudoTerminal.Open();
        var options = new EmulatorOptions { Rows = 8, Columns = 8, Device = SmallDevices.Linear(), Serial = EmulatedRig.Serial };
        var board = new LinkEmulator(options, TimeProvider.System);
        using var server = new EmulatorServer(board, terminal.Board);
        for (uint kill = 0; kill < Kills; kill++)
        {
            Kill(server, terminal.Path, file, new RandomNumbers(5, StreamKind.Fuzz).Below(40, kill), kill % 2 == 0);
            using var next = OpenBoard.Open(EmulatedRig.Board(8, 8) with { Port = terminal.Path }, file, TimeProvider.System);
            Assert.NotEqual(ResumeVerdict.Uncertain, next.Board.Resumed.Verdict);
            var cells = new CellBlock(0, 0, 8, 8);
            Assert.All(Enumerable.Range(0, cells.Count).Select(k => cells[k]), cell => Assert.Equal(board.Array.Fired(cell),
                new BoardTotals(next.Journal.State.Ledger[cell].Up, next.Journal.State.Ledger[cell].Down)));
            Assert.Empty(next.Journal.State.Ledger.Uncertain);
        }

        Assert.True(Enumerable.Range(0, 8).Sum(row => board.Array.Fired(new Cell(row, 0)).Up) > 0);
        File.Delete(file);
    }

    /// <summary>What the killed process does; runs only as a child of the test above.</summary>
    [Fact(Explicit = true)]
    public void Child()
    {
        var port = Environment.GetEnvironmentVariable(PortVariable) ?? throw new InvalidOperationException("run by its parent");
        using var open = OpenBoard.Open(EmulatedRig.Board(8, 8) with { Port = port },
            Environment.GetEnvironmentVariable(JournalVariable), TimeProvider.System);
        open.Board.Arm(EmulatedRig.Serial);
        var signs = Enumerable.Range(0, 64).Select(k => (sbyte)(k % 3 - 1)).ToArray();
        while (true) open.Board.Pulse(new SignBlock(new CellBlock(0, 0, 8, 8), signs), EmulatedRig.Cancellation);
    }

    // Kills the child at the n-th frame of pulses: before the board does it, or before the answer leaves.
    private static void Kill(EmulatorServer server, string port, string file, int frames, bool before)
    {
        using var child = new Process
        {
            StartInfo = new ProcessStartInfo(Itself, ["-explicit", "only", "-class", typeof(KilledHostTests).FullName!])
            {
                RedirectStandardOutput = true,
                Environment = { [PortVariable] = port, [JournalVariable] = file },
            },
        };
        void Count(LinkFrame frame)
        {
            if (frame.Type == (byte)MessageType.SignBlock && frames-- == 0) child.Kill();
        }

        if (before) server.Arriving = Count;
        else server.Answering = Count;
        child.OutputDataReceived += (_, _) => { };
        child.Start();
        child.BeginOutputReadLine();
        Assert.True(child.WaitForExit(TimeSpan.FromMinutes(1)), "the child was not killed");
        (server.Arriving, server.Answering) = (null, null);
        Assert.True(frames < 0, "the child ended before it was killed");
    }
}
