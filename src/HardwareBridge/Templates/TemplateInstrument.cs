using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Templates;

/// <summary>
/// An instrument that is told lines of text. It is made harmless and asked who it is before anything else; after every
/// group of lines its errors are read. An error while a pulse is set up is no doubt; one after that is. Mutable.
/// </summary>
internal sealed class TemplateInstrument : IInstrument
{
    private const int MostErrors = 32;
    private const double Tolerance = 0.1;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly TemplateBoardOptions _options;
    private readonly CommandOptions _commands;
    private readonly Func<ITransport> _open;
    private readonly TimeProvider _time;
    private readonly string _end;
    private readonly ReplyPattern? _failure;
    private readonly Dictionary<string, ReplyPattern> _patterns = [];
    private InstrumentLine? _line;

    /// <summary>Prepares it; nothing is opened yet.</summary>
    public TemplateInstrument(TemplateBoardOptions options, Func<ITransport> open, TimeProvider time)
    {
        (_options, _commands, _open, _time) = (options, options.Commands, open, time);
        _end = options.Line.End switch { LineEnd.Cr => "\r", LineEnd.Crlf => "\r\n", _ => "\n" };
        _failure = _commands.Failure is { } failure ? new ReplyPattern(failure) : null;
    }

    /// <inheritdoc/>
    public BoardLimits Reach => BoardLimits.None with
    {
        ShortestWidth = _options.Reach.ShortestWidth,
        PositiveVoltage = _options.Reach.Voltage,
        NegativeVoltage = _options.Reach.Voltage,
    };

    private InstrumentLine Line => _line ?? throw new BoardException("CBS1303", $"{_options.Port}: not connected");

    private PulseOptions ReadPulse => new() { Voltage = _options.Read.Voltage, Width = 0 };

    /// <inheritdoc/>
    public BoardIdentity Connect()
    {
        _line?.Dispose();
        _line = new InstrumentLine(_open());
        Task.Delay(TimeSpan.FromSeconds(_options.Boot), _time).Wait();
        Line.Drain(Quiet);
        var identity = Identify();
        Perform(_commands.Safe, default, ReadPulse);
        TakeErrors();
        Perform(_commands.Initialise, default, ReadPulse);
        RequireNoError();
        return identity;
    }

    /// <inheritdoc/>
    public double[] Read(CellBlock block, CancellationToken cancellation)
    {
        var (values, times) = (new double[block.Count], Uses(_commands.Read, TemplateText.Samples) ? 1 : _options.Read.Samples);
        for (var k = 0; k < values.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            Line.RequireSilence(isText: true);
            Perform(_commands.Select, block[k], ReadPulse);
            for (var n = 0; n < times; n++) values[k] += ReadOnce(block[k]) / times;
            RequireNoError();
        }

        return values;
    }

    /// <inheritdoc/>
    public void Prepare(Cell cell, PulseOptions pulse)
    {
        Line.RequireSilence(isText: true);
        Perform(_commands.Select, cell, pulse);
        Perform(_commands.Prepare, cell, pulse);
        RequireNoError();
    }

    /// <inheritdoc/>
    public void Fire(Cell cell, PulseOptions pulse)
    {
        Perform(_commands.Fire, cell, pulse);
        RequireNoError();
    }

    /// <inheritdoc/>
    public void Ground()
    {
        if (_line is null) return;
        Perform(_commands.Safe, default, ReadPulse);
    }

    /// <inheritdoc/>
    public void Abort()
    {
        var values = TemplateText.Values(default, ReadPulse, 1);
        foreach (var step in _commands.Safe) _line?.Write(TemplateText.Fill(step.Send, values) + _end);
    }

    /// <inheritdoc/>
    public void Dispose() => _line?.Dispose();

    private BoardIdentity Identify()
    {
        var (serial, name) = (_options.Serial, _options is ScpiBoardOptions ? "scpi" : "text");
        if (_commands.Identify is { Reply: { } reply } identify)
        {
            var answer = Ask(identify, TemplateText.Values(default, ReadPulse, 1), TimeSpan.Zero, Stranger);
            var told = PatternOf(reply).Serial(answer[0]);
            if (serial is { } wanted && told is { } other && wanted != other) throw new BoardException("CBS1304",
                FormattableString.Invariant($"this is another board: it has serial number {other}, the file says {wanted}"));
            serial = told ?? serial;
        }

        return new BoardIdentity(name, serial ?? 0, 0, _options.Rows, _options.Columns,
            Uses(_commands.Prepare.Concat(_commands.Fire), TemplateText.Compliance)
                ? BoardCapabilities.Compliance : BoardCapabilities.None);
    }

    private BoardException Stranger(CommandStepOptions step, string line) => new("CBS1304",
        $"{Line.Name}: this is \"{InstrumentLine.Shown(line)}\", and the file expects {step.Reply}: nothing was switched on");

    private double ReadOnce(Cell cell)
    {
        // A read voltage that was refused would measure with that of the last pulse, and be one.
        Perform(_commands.Read.SkipLast(1), cell, ReadPulse);
        RequireNoError();
        var answer = Perform(_commands.Read.TakeLast(1), cell, ReadPulse);
        var pattern = PatternOf(_commands.Read[^1].Reply!);
        return answer.Average(line => pattern.Conductance(line, _options.Read.Voltage) ?? throw Odd(_commands.Read[^1], line));
    }

    // An instrument that clamps, or to which a line was lost, says something else than it was told.
    private void Compare(ReplyPattern pattern, IReadOnlyList<string> answer, PulseOptions pulse)
    {
        foreach (var (name, asked) in new[]
            { ("volts", pulse.Voltage), ("seconds", pulse.Width), ("limit", pulse.Compliance ?? 0) })
            foreach (var line in answer)
                if (pattern.Told(line, name) is { } told && !(Math.Abs(told - asked) <= Tolerance * Math.Abs(asked)))
                    throw new BoardException("CBS1307", FormattableString.Invariant(
                        $"{Line.Name}: {asked} was asked for ({name}), and the instrument says {told}"));
    }

    private List<string> Perform(IEnumerable<CommandStepOptions> steps, Cell cell, PulseOptions pulse)
    {
        var values = TemplateText.Values(cell, pulse, _options.Read.Samples);
        var answer = new List<string>();
        foreach (var step in steps)
        {
            answer = Ask(step, values, TimeSpan.FromSeconds(pulse.Width));
            if (step.Reply is { } reply) Compare(PatternOf(TemplateText.Fill(reply, values)), answer, pulse);
        }

        return answer;
    }

    private List<string> Ask(
        CommandStepOptions step, IReadOnlyDictionary<string, string> values, TimeSpan width,
        Func<CommandStepOptions, string, BoardException>? wrong = null)
    {
        Line.Write(TemplateText.Fill(step.Send, values) + _end);
        if (step.Reply is not { } expected) return [];
        var reply = TemplateText.Fill(expected, values);
        var (lines, patience) = (new List<string>(), TimeSpan.FromSeconds(_options.Patience) + width);
        while (true)
        {
            var line = Line.ReadText(patience);
            if (_failure?.IsMatch(line) == true) throw new BoardException("CBS1306",
                $"{Line.Name}: the board answers \"{InstrumentLine.Shown(step.Send)}\" with \"{InstrumentLine.Shown(line)}\"");
            if (step.End is { } end && PatternOf(end).IsMatch(line)) return lines.Count > 0 ? lines : throw Odd(step, line);
            if (!PatternOf(reply).IsMatch(line)) throw (wrong ?? Odd)(step, line);
            lines.Add(line);
            if (step.End is null) return lines;
        }
    }

    private void RequireNoError()
    {
        if (TakeErrors() is { } error) throw new BoardException("CBS1306", $"{Line.Name}: the instrument reports {error}");
    }

    private string? TakeErrors()
    {
        if (_commands.Error is not { Reply: { } none } step) return null;
        string? first = null;
        for (var k = 0; k < MostErrors; k++)
        {
            Line.Write(step.Send + _end);
            var line = Line.ReadText(TimeSpan.FromSeconds(_options.Patience));
            if (PatternOf(none).IsMatch(line)) return first;
            first ??= InstrumentLine.Shown(line);
        }

        return first;
    }

    private BoardException Odd(CommandStepOptions step, string line) => new("CBS1307",
        $"{Line.Name}: \"{InstrumentLine.Shown(line)}\" is no answer to \"{InstrumentLine.Shown(step.Send)}\"");

    private ReplyPattern PatternOf(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var known)) _patterns[pattern] = known = new ReplyPattern(pattern);
        return known;
    }

    private static bool Uses(IEnumerable<CommandStepOptions> steps, string placeholder) =>
        steps.Any(step => TemplateText.Names(step.Send).Any(name => name.StartsWith(placeholder, StringComparison.Ordinal)));
}
