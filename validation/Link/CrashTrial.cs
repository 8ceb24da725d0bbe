using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.Validation.Link;

/// <summary>
/// <c>board pulse --plan</c> as a process, a crash at a random moment of it, and <c>board pulse --resume</c> until the plan
/// is done. The emulated devices know every pulse that they got.
/// </summary>
internal sealed class CrashTrial : IDisposable
{
    private const int Lines = 8;
    private const int Rounds = 10;
    private const int MostCount = 3;

    // At most so many pulses of a cell, and of a command; what a plan gives a cell is less.
    private const int Budget = Rounds * MostCount + 5;
    private const int MostRuns = 10;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "crossbarsim.dll");

    private readonly string _folder = Directory.CreateTempSubdirectory("crossbarsim-crash-").FullName;
    private readonly CrashKind _kind;
    private readonly int _number;
    private readonly RandomNumbers _numbers;
    private readonly LinkEmulator _board;
    private readonly EmulatedPort _port;
    private readonly List<CellPulse> _plan;
    private readonly int _frame;
    private readonly List<string> _said = [];
    private Process? _host;
    private int _frames;

    private CrashTrial(CrashKind kind, int number)
    {
        (_kind, _number, _numbers) = (kind, number, new RandomNumbers(9, StreamKind.Fuzz, (int)kind * 1000 + number));
        _board = new LinkEmulator(new EmulatorOptions
        {
            Rows = Lines,
            Columns = Lines,
            Device = new LinearDeviceOptions { Gmin = 1e-6, Gmax = 5e-5, Pulses = 1000 },
            Seed = (ulong)number,
        }, TimeProvider.System);
        _plan = [.. Enumerable.Range(0, Rounds * Lines * Lines).Select(Entry)];
        _frame = 1 + _numbers.Below((int)_plan.Sum(pulse => Math.Abs((long)pulse.Count)) / Budget, 0, 9);
        _port = new EmulatedPort(_board, Path.Combine(_folder, "port")) { OnPlug = Watch };
    }

    private string BoardFile => Path.Combine(_folder, "board.yaml");

    private string JournalFile => Path.Combine(_folder, "board.journal");

    /// <summary>Runs one trial.</summary>
    public static CrashResult Run(CrashKind kind, int number)
    {
        using var trial = new CrashTrial(kind, number);
        return trial.Run();
    }

    public void Dispose()
    {
        _port.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private CrashResult Run()
    {
        Write();
        _port.Plug();
        var runs = 1;
        for (var code = Start("--plan", Path.Combine(_folder, "plan.csv")); code != 0 && runs < MostRuns; runs++)
        {
            _port.Plug();
            code = Start("--resume");
        }

        var journal = JournalContents.Read(JournalFile).State;
        var wrong = Judge(journal, runs).ToList();
        var doubtful = journal.Ledger.Uncertain.Sum(cell => journal.Ledger[cell].Doubtful);
        var lost = _plan.Sum(pulse => Math.Abs((long)pulse.Count)) - _board.Array.Totals.Up - _board.Array.Totals.Down;
        return new CrashResult(_kind, _number, _frame, runs, journal.Ledger.Uncertain.Count, doubtful, lost, wrong);
    }

    private CellPulse Entry(int k)
    {
        var count = 1 + _numbers.Below(MostCount, (uint)k);
        return new CellPulse(k / Lines % Lines, k % Lines, _numbers.Below(2, (uint)k, 1) == 0 ? count : -count);
    }

    private void Write()
    {
        File.WriteAllLines(Path.Combine(_folder, "plan.csv"), _plan.Select(pulse =>
            FormattableString.Invariant($"{pulse.Row},{pulse.Column},{pulse.Count}")).Prepend("row,column,pulses"));
        File.WriteAllText(BoardFile, FormattableString.Invariant($$"""
            kind: link
            port: {{Path.Combine(_folder, "port")}}
            rows: {{Lines}}
            columns: {{Lines}}
            pulses:
              set: { voltage: 1.2 V, width: 1 us }
              reset: { voltage: -1.1 V, width: 1 us }
            limits: { voltage: 2 V, width: 10 us, pulses_per_cell: {{Budget}}, pulses_per_call: {{Budget}} }
            """));

        // P is known before the first pulse, so that the host's own can be judged after the last.
        using var journal = PulseJournal.Open(JournalFile, TimeProvider.System);
        journal.Append(new StartRecord([0, 0, Lines, Lines], new int[Lines * Lines]));
    }

    private int Start(params string[] what)
    {
        var start = new ProcessStartInfo("dotnet",
            [Program, "board", "pulse", BoardFile, .. what, "--arm", "--serial", "1001", "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var host = Process.Start(start)!;
        _host = host;
        var errors = host.StandardError.ReadToEndAsync();
        host.StandardOutput.ReadToEnd();
        host.WaitForExit();
        _said.AddRange(errors.Result.Split('\n'));
        return host.ExitCode;
    }

    // Even trials crash a random time after a random frame of pulses; odd ones exactly between the pulses and their answer.
    private void Watch(EmulatorServer server)
    {
        if (_number % 2 == 0) server.Arriving = frame => Count(frame, () => Task.Run(CrashLater));
        else server.Answering = frame => Count(frame, Crash);
    }

    private void Count(LinkFrame frame, Action crash)
    {
        if (frame.Type == (byte)MessageType.PulseList && ++_frames == _frame) crash();
    }

    private void CrashLater()
    {
        var (started, delay) = (Stopwatch.GetTimestamp(), TimeSpan.FromMicroseconds(_numbers.Below(6000, 0, 8)));
        while (Stopwatch.GetElapsedTime(started) < delay) Thread.SpinWait(20);
        Crash();
    }

    // The answer that was under way is lost with the port; a board with its own USB goes from the bus with a reset, too.
    private void Crash()
    {
        if (_kind == CrashKind.Kill) _host?.Kill();
        if (_kind == CrashKind.Reset) _board.Reboot();
        if (_kind == CrashKind.Unplug || (_kind == CrashKind.Reset && _number % 2 == 1))
        {
            _port.Unplug();
            Thread.Sleep(_numbers.Below(400, 0, 7));
            _port.Plug();
        }
    }

    private IEnumerable<string> Judge(JournalState journal, int runs)
    {
        if (journal.Plan is not { IsOpen: false }) yield return $"the plan is not done after {runs} runs: {string.Join(" ", _said)}";
        if (_frames < _frame) yield return $"only {_frames} frames came, so nothing was crashed";
        if (journal.Ledger.Uncertain.Count > Budget) yield return "more cells are in doubt than a command has";
        foreach (var cell in _plan.GroupBy(pulse => pulse.Cell))
        {
            var wanted = new BoardTotals(cell.Sum(p => Math.Max(p.Count, 0L)), cell.Sum(p => Math.Max(-(long)p.Count, 0L)));
            foreach (var wrong in Judge(cell.Key, wanted, _board.Array.Fired(cell.Key), journal.Ledger[cell.Key]))
                yield return $"{cell.Key}: {wrong}";
        }
    }

    private IEnumerable<string> Judge(Cell cell, BoardTotals wanted, BoardTotals fired, HardwareBridge.Safety.CellAccount account)
    {
        if (fired.Up > wanted.Up || fired.Down > wanted.Down) yield return $"{fired} of {wanted} were fired";
        if (fired.Up + fired.Down > Budget) yield return "its budget was exceeded";
        if (fired.Up < account.Up || fired.Down < account.Down) yield return "the journal counts what was not fired";
        if (account.Worst != wanted.Up + wanted.Down) yield return "pulses were forgotten";
        if (fired.Up + fired.Down > account.Worst) yield return "the journal does not know of all that was fired";
        if (account.IsUncertain)
        {
            var told = cell.ToString();
            if (!_said.Exists(line => line.Trim().StartsWith($"{told} ", StringComparison.Ordinal)))
                yield return "its doubt was not told";
            yield break;
        }

        if (fired != wanted) yield return $"{fired} instead of {wanted}, without a doubt";
        if (account.P != fired.Up - fired.Down) yield return string.Create(CultureInfo.InvariantCulture, $"P is {account.P}");
    }
}
