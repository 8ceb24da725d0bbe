using System.Buffers.Binary;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.ArcOne;

/// <summary>
/// An ArC ONE, from what the published host programs send (arc-instruments/libarc1, arc1_pyqt; the firmware is closed).
/// Nothing delimits its jobs: a lost token shifts all others. So one job is under way at a time; a pulse is a job with an
/// answer; and after any doubt the job is filled up with zeros and the board initialised anew. Mutable.
/// </summary>
internal sealed class ArcOneInstrument(
    ArcOneBoardOptions options, Func<ITransport> open, InstrumentTiming timing, TimeProvider time) : IInstrument
{
    public const int Lines = 32;
    public const double MostVoltage = 12;
    public const double ShortestWidth = 90e-9;
    public const double LongestWidth = 10;

    // A list of cells is short, so that a program that starts anew can fill up one that an other left half sent.
    private const int MostListed = 16;
    private const int LongestJob = 8;
    private const int FloatBytes = 4;
    private const int NegativeReadMode = 3;
    private const int MajorVersion = 100;
    private static readonly TimeSpan BeforeVersion = TimeSpan.FromMilliseconds(200);

    private InstrumentLine? _line;
    private long _lastToken;

    /// <inheritdoc/>
    public BoardLimits Reach { get; } = new()
    {
        PositiveVoltage = MostVoltage,
        NegativeVoltage = MostVoltage,
        ShortestWidth = ShortestWidth,
        LongestWidth = LongestWidth,
        ReadVoltage = MostVoltage,
    };

    private InstrumentLine Line => _line ?? throw new BoardException("CBS1303", $"{options.Port}: not connected");

    /// <inheritdoc/>
    public BoardIdentity Connect()
    {
        _line?.Dispose();
        _line = new InstrumentLine(open());
        for (var k = 0; k < LongestJob + 2 * MostListed; k++) Send(ArcOneText.Reset);
        Task.Delay(timing.Reset, time).Wait();
        Line.Drain(timing.TokenGap);
        Initialise();
        var version = AskVersion();
        Line.RequireSilence();
        ReadCells([ArcOneText.ReadOne, ArcOneText.Line(0), ArcOneText.Line(0)], 1, timing.Greeting);
        return new BoardIdentity("arc-one", options.Serial ?? 0, version, options.Rows, options.Columns, BoardCapabilities.None);
    }

    /// <inheritdoc/>
    public double[] Read(CellBlock block, CancellationToken cancellation)
    {
        if (block == new CellBlock(0, 0, options.Rows, options.Columns)) return ReadAll();
        if (block.Count == 1)
            return ReadCells([ArcOneText.ReadOne, .. Address(block[0])], 1, timing.Reply);
        return [.. Enumerable.Range(0, block.Count).Select(k => block[k]).Chunk(MostListed).SelectMany(cells =>
        {
            cancellation.ThrowIfCancellationRequested();
            return ReadListed(cells);
        })];
    }

    /// <inheritdoc/>
    public void Prepare(Cell cell, PulseOptions pulse)
    {
        _ = PulseJob(cell, pulse);
        Line.RequireSilence();
    }

    /// <inheritdoc/>
    public void Fire(Cell cell, PulseOptions pulse)
    {
        Send(PulseJob(cell, pulse));
        var reading = TakeFloat(timing.Reply + TimeSpan.FromSeconds(pulse.Width));
        if (float.IsNaN(reading)) throw NotANumber();
    }

    /// <inheritdoc/>
    public void Ground() => Send(ArcOneText.Reset);

    /// <inheritdoc/>
    public void Abort() => _line?.Write($"{ArcOneText.Reset}\n");

    /// <inheritdoc/>
    public void Dispose() => _line?.Dispose();

    private static string[] PulseJob(Cell cell, PulseOptions pulse) =>
        [ArcOneText.PulseRead, .. Address(cell), ArcOneText.Volts(pulse.Voltage), ArcOneText.Seconds(pulse.Width)];

    private static string[] Address(Cell cell) => [ArcOneText.Line(cell.Row), ArcOneText.Line(cell.Column)];

    private void Initialise()
    {
        var (mode, volts) = (ArcOneText.Number(Mode), ArcOneText.Volts(options.Read.Voltage));
        Send(ArcOneText.Initialise, ArcOneText.Number(options.Read.Samples), ArcOneText.Number(options.Rows),
            ArcOneText.Number(options.Columns), mode, ArcOneText.Number(0), ArcOneText.Number(SneakPath), volts);
        var answer = Line.ReadText(timing.Greeting);
        if (answer != "1") throw new BoardException("CBS1307",
            $"{Line.Name}: the board confirms its initialisation with \"{InstrumentLine.Shown(answer)}\", not with 1");
        Send(ArcOneText.ReadMode, mode, volts);
    }

    private int Mode => options.Read.Voltage < 0 ? NegativeReadMode : (int)options.ReadMode;

    private int SneakPath => options.Bias switch { BiasScheme.Third => 0, BiasScheme.Half => 1, _ => 256 };

    // Old firmware knows no version and says nothing.
    private int AskVersion()
    {
        Task.Delay(BeforeVersion < timing.Greeting ? BeforeVersion : timing.Greeting, time).Wait();
        Send(ArcOneText.Version);
        try
        {
            var bytes = Line.ReadBytes(FloatBytes, timing.Greeting);
            return BinaryPrimitives.ReadUInt16LittleEndian(bytes) * MajorVersion
                + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2));
        }
        catch (BoardException)
        {
            return 0;
        }
    }

    private double[] ReadAll() => ReadCells(
        [ArcOneText.ReadMany, "1", ArcOneText.Number(options.Rows), ArcOneText.Number(options.Columns)],
        options.Rows * options.Columns, timing.Reply);

    // Each cell is named once the one before has answered, as the makers' programs do.
    private double[] ReadListed(Cell[] cells)
    {
        Line.RequireSilence();
        var most = ArcOneText.Number(Lines);
        Send(ArcOneText.ReadMany, "2", most, most, ArcOneText.Number(cells.Length));
        return [.. cells.Select(cell =>
        {
            Send(Address(cell));
            return Conductance(TakeFloat(timing.Reply));
        })];
    }

    private double[] ReadCells(string[] job, int count, TimeSpan patience)
    {
        Line.RequireSilence();
        Send(job);
        return [.. Enumerable.Range(0, count).Select(_ => Conductance(TakeFloat(patience)))];
    }

    private float TakeFloat(TimeSpan patience) =>
        BinaryPrimitives.ReadSingleLittleEndian(Line.ReadBytes(FloatBytes, patience));

    // An open cell may read negative from an offset: its conductance is then a small negative one, as it was measured.
    private double Conductance(float ohms) => float.IsNaN(ohms) ? throw NotANumber()
        : ohms == 0 ? double.PositiveInfinity : 1 / (double)ohms;

    private BoardException NotANumber() =>
        new("CBS1307", $"{Line.Name}: a resistance that is not a number: bytes were lost or added");

    private void Send(params string[] tokens)
    {
        foreach (var token in tokens)
        {
            while (time.GetElapsedTime(_lastToken) is var passed && passed < timing.TokenGap)
                Thread.Sleep(timing.TokenGap - passed);
            Line.Write($"{token}\n");
            _lastToken = time.GetTimestamp();
        }
    }
}
