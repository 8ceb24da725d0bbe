using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>A connected board with everything that must be given back when it is done: port, lock and journal.</summary>
public sealed class OpenBoard : IDisposable
{
    private readonly ProcessLock? _lock;

    private OpenBoard(LinkBoard board, PulseJournal journal, ProcessLock? mine) =>
        (Board, Journal, _lock) = (board, journal, mine);

    /// <summary>The board.</summary>
    public LinkBoard Board { get; }

    /// <summary>Its journal.</summary>
    public PulseJournal Journal { get; }

    /// <summary>Takes a port, opens a journal and connects the board of a file.</summary>
    /// <param name="options">The board file; it passed its checks.</param>
    /// <param name="journal">Path of the journal; absent: none is kept, for emulated boards.</param>
    /// <param name="time">The clock.</param>
    /// <param name="open">Opens the line instead of the port, which is then nobody's.</param>
    /// <exception cref="BoardException">The port is in use, nobody answers, or the journal does not fit.</exception>
    public static OpenBoard Open(
        LinkBoardOptions options, string? journal, TimeProvider time, Func<ITransport>? open = null)
    {
        var mine = open is null ? ProcessLock.Take(options.Port) : null;
        PulseJournal? records = null;
        try
        {
            records = journal is null ? PulseJournal.InMemory(time) : PulseJournal.Open(journal, time);
            var timing = new LinkTiming { Baud = options.Baud };
            var board = LinkBoard.Connect(options, open ?? (() => LinkPorts.Open(options)), records, timing, time);
            return new OpenBoard(board, records, mine);
        }
        catch
        {
            records?.Dispose();
            if (journal is not null && records?.State.Records == 0) File.Delete(journal);
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
}
