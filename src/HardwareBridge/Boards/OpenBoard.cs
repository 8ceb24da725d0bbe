using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Boards;

/// <summary>A connected board with everything that must be given back when it is done: port, lock and journal.</summary>
public sealed class OpenBoard : IDisposable
{
    private readonly ProcessLock? _lock;

    private OpenBoard(IDrivenBoard board, PulseJournal journal, ProcessLock? mine) =>
        (Board, Journal, _lock) = (board, journal, mine);

    /// <summary>The board.</summary>
    public IDrivenBoard Board { get; }

    /// <summary>The same, for what only boards of our own protocol can do.</summary>
    /// <exception cref="BoardException">It is of another kind: CBS1304.</exception>
    public LinkBoard Link => Board as LinkBoard
        ?? throw new BoardException("CBS1304", $"board {Board.Identity.Name} cannot do this: only boards of kind link can");

    /// <summary>Its journal.</summary>
    public PulseJournal Journal { get; }

    /// <summary>Takes a port, opens a journal and connects the board of a file, of whatever kind.</summary>
    /// <param name="options">The board file; it passed its checks.</param>
    /// <param name="journal">Path of the journal; absent: none is kept, for emulated boards.</param>
    /// <param name="time">The clock.</param>
    /// <param name="open">Opens the line instead of the port, which is then nobody's.</param>
    /// <param name="timing">How long instruments are waited for; absent: as long as real ones need.</param>
    /// <exception cref="BoardException">The port is in use, nobody answers, or the journal does not fit.</exception>
    public static OpenBoard Open(
        BoardOptions options, string? journal, TimeProvider time, Func<ITransport>? open = null, InstrumentTiming? timing = null)
    {
        var mine = open is null ? ProcessLock.Take(options.Port) : null;
        var isNew = journal is not null && !File.Exists(journal);
        PulseJournal? records = null;
        try
        {
            records = journal is null ? PulseJournal.InMemory(time) : PulseJournal.Open(journal, time);
            open ??= () => BoardPorts.Open(options);
            return new OpenBoard(Connect(options, open, records, timing ?? new InstrumentTiming(), time), records, mine);
        }
        catch
        {
            records?.Dispose();
            if (isNew && records?.State.Records == 0) File.Delete(journal!);
            mine?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Board.Dispose();
        Journal.Dispose();
        _lock?.Dispose();
    }

    private static IDrivenBoard Connect(
        BoardOptions options, Func<ITransport> open, PulseJournal journal, InstrumentTiming timing, TimeProvider time) =>
        options is LinkBoardOptions link
            ? LinkBoard.Connect(link, open, journal, new LinkTiming { Baud = link.Baud }, time)
            : InstrumentBoard.Connect(options, open, journal, timing, time);
}
