using System.Diagnostics;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Tests.Transport;

/// <summary>System.IO.Ports on a pseudo-terminal, whole and with its other side gone.</summary>
public sealed class SerialTransportTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public SerialTransportTests() =>
        Assert.SkipUnless(PseudoTerminal.IsSupported, "pseudo-terminals are a thing of Linux and macOS");

    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bytes_go_both_ways_unchanged(bool direct)
    {
        using var terminal = PseudoTerminal.Open();
        using var port = Open(terminal.Path, direct);
        var bytes = Enumerable.Range(0, 1024).Select(k => (byte)k).ToArray();
        port.Write(bytes);
        Assert.Equal(bytes, Take(terminal.Board, bytes.Length));
        terminal.Board.Write(bytes);
        Assert.Equal(bytes, Take(port, bytes.Length));
        Assert.Equal(0, port.Read(new byte[1], TimeSpan.FromMilliseconds(30)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_side_that_dies_is_seen_within_a_second_and_closing_does_not_hang(bool direct)
    {
        var terminal = PseudoTerminal.Open();
        var port = Open(terminal.Path, direct);
        port.Write("hello"u8);
        terminal.Dispose();
        var watch = Stopwatch.StartNew();
        Assert.Throws<TransportException>(() => Forever(() => port.Read(new byte[16], Second)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Second);
        Assert.Throws<TransportException>(() => port.Write("more"u8));
        watch.Restart();
        port.Dispose();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Second);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Writing_to_a_side_that_died_is_seen_within_a_second_as_well(bool direct)
    {
        var terminal = PseudoTerminal.Open();
        var port = Open(terminal.Path, direct);
        terminal.Dispose();
        var watch = Stopwatch.StartNew();
        Assert.Throws<TransportException>(() => Forever(() => port.Write(new byte[200])));
        port.Dispose();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, 2 * Second);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_port_that_is_not_there_is_named(bool direct)
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-port");
        var missing = Assert.Throws<TransportException>(() => Open(path, direct));
        Assert.StartsWith($"{path}: cannot be opened: ", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_names_the_terminal_and_goes_with_it()
    {
        var link = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tty");
        using (var terminal = PseudoTerminal.Open(link))
        {
            Assert.Equal(link, terminal.Path);
            using var port = SerialTransport.Open(link, 115_200);
            port.Write("x"u8);
            Assert.Equal("x"u8.ToArray(), Take(terminal.Board, 1));
        }

        Assert.False(File.Exists(link));
        File.WriteAllText(link, "mine");
        Assert.Throws<BoardException>(() => PseudoTerminal.Open(link));
        Assert.Equal("mine", File.ReadAllText(link));
        File.Delete(link);
    }

    private static void Forever(Action act)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < 10 * Second;) act();
    }

    private static ITransport Open(string path, bool direct) =>
        direct ? DirectTransport.Open(path, 115_200) : SerialTransport.Open(path, 115_200);

    private static byte[] Take(ITransport port, int count)
    {
        var (bytes, taken) = (new byte[count], 0);
        while (taken < count && port.Read(bytes.AsSpan(taken), 5 * Second) is > 0 and var more) taken += more;
        return bytes[..taken];
    }
}
