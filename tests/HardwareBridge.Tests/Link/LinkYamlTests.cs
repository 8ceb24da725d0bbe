using System.Globalization;
using System.Reflection;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.TestSupport;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CrossbarSim.HardwareBridge.Tests.Link;

/// <summary>The host's numbers and messages against the one file that defines them.</summary>
public sealed class LinkYamlTests
{
    private static readonly YamlMappingNode Root = Load();

    [Fact]
    public void Constants_are_those_of_the_file()
    {
        Assert.Equal(LinkProtocol.Version, Number(Root, "version"));
        Assert.Equal(LinkProtocol.Delimiter, Number(Map(Root, "framing"), "delimiter"));
        Assert.Equal(LinkProtocol.MostPayload, Number(Map(Root, "framing"), "most_payload"));
        Assert.Equal(LinkProtocol.HeaderBytes, SizeOf(List(Map(Root, "framing"), "header")));
        Assert.Equal(LinkProtocol.TrailerBytes, SizeOf(List(Map(Root, "framing"), "trailer")));
        Assert.Equal(LinkProtocol.AbortDelimiters, Number(Map(Root, "abort"), "delimiters"));
        var (reply, sequence, watchdog) = (Map(Root, "reply"), Map(Root, "sequence"), Map(Root, "watchdog"));
        Assert.Equal([LinkProtocol.ReplyFlag, LinkProtocol.Nak, LinkProtocol.Busy, LinkProtocol.BusyMilliseconds],
            [Number(reply, "flag"), Number(reply, "nak"), Number(reply, "busy"), Number(reply, "busy_ms")]);
        Assert.Equal([LinkProtocol.FirstSequence, LinkProtocol.MostSequence],
            [Number(sequence, "first"), Number(sequence, "most")]);
        Assert.Equal([LinkProtocol.DefaultWatchdog, LinkProtocol.LeastWatchdog, LinkProtocol.MostWatchdog],
            [Number(watchdog, "default_ms"), Number(watchdog, "least_ms"), Number(watchdog, "most_ms")]);
    }

    [Fact]
    public void The_checksum_is_that_of_the_file() => Assert.Equal(
        Number(Map(Map(Root, "framing"), "crc"), "check"), Crc16.Of("123456789"u8));

    [Theory]
    [InlineData("nak_reasons", typeof(NakReason))]
    [InlineData("stop_reasons", typeof(PulseStop))]
    [InlineData("cell_results", typeof(CellResult))]
    public void Words_are_those_of_the_file(string key, Type type) => Assert.Equal(
        Map(Root, key).Select(entry => (Pascal(Text(entry.Key)), Number(entry.Value))).Order(),
        Enum.GetValues(type).Cast<object>().Select(value =>
            (value.ToString()!, Convert.ToInt64(value, CultureInfo.InvariantCulture))).Order());

    [Fact]
    public void Capabilities_are_the_bits_of_the_file() => Assert.Equal(
        Map(Root, "capabilities").Select(entry => (Pascal(Text(entry.Key)), 1L << (int)Number(entry.Value))).Order(),
        Enum.GetValues<BoardCapabilities>().Where(value => value != 0).Select(value => (value.ToString(), (long)value)).Order());

    [Fact]
    public void Message_types_are_those_of_the_file() => Assert.Equal(
        Map(Root, "messages").Select(entry => (Pascal(Text(entry.Key)), Number(Map(entry.Value), "type"))).Order(),
        Enum.GetValues<MessageType>().Select(value => (value.ToString(), (long)value)).Order());

    public static TheoryData<string, string, string> Payloads => new(
        from entry in Map(Root, "messages")
        from part in new[] { "request", "reply" }
        let fields = List(Map(entry.Value), part)
        where fields.Children.Count > 0
        select (Text(entry.Key), part, TypeName(Pascal(Text(entry.Key)), part)));

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_record_has_the_fields_of_the_file_in_their_order(string message, string part, string type)
    {
        var node = Map(Map(Map(Root, "messages"), message));
        var fields = List(node, part).Children.Select(field => Pascal(Text(((YamlSequenceNode)field)[0]).TrimEnd('[', ']')));
        Assert.Equal(fields, Parameters(type).Select(parameter => parameter.Name!));
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_record_of_nothing_has_the_size_of_the_fixed_fields_of_the_file(string message, string part, string type)
    {
        var node = Map(Map(Map(Root, "messages"), message));
        var size = SizeOf(List(node, part));
        Assert.Equal(size, Encode(type, new byte[size])!.Length);
        if (size > 0) Assert.Null(Encode(type, new byte[size - 1]));
    }

    private delegate object? Decoder(ReadOnlySpan<byte> payload);

    private static byte[]? Encode(string type, byte[] payload)
    {
        MethodInfo Of(string name) => typeof(LinkPayload).GetMethod(name)!.MakeGenericMethod(Type(type));
        var message = Of(nameof(LinkPayload.Decode)).CreateDelegate<Decoder>()(payload);
        return message is null ? null : (byte[])Of(nameof(LinkPayload.Encode)).Invoke(null, [message])!;
    }

    private static string TypeName(string message, string part) => message switch
    {
        "Limits" => nameof(LimitsMessage),
        "PulseList" or "SignBlock" when part == "reply" => nameof(FiredReply),
        _ => $"{message}{Pascal(part)}",
    };

    private static Type Type(string name) =>
        typeof(HelloReply).Assembly.GetType($"{typeof(HelloReply).Namespace}.{name}", throwOnError: true)!;

    private static ParameterInfo[] Parameters(string type) => Type(type).GetConstructors()[0].GetParameters();

    private static int SizeOf(YamlSequenceNode fields) => fields.Cast<YamlSequenceNode>()
        .Where(field => !Text(field[0]).EndsWith("[]", StringComparison.Ordinal)).Sum(field => Text(field[1]) switch
        {
            "u8" or "i8" => 1,
            "u16" or "i16" => 2,
            "u32" or "i32" or "f32" => 4,
            "bytes 8" => 8,
            var other => throw new InvalidDataException($"a type {other}"),
        });

    private static string Pascal(string name) =>
        string.Concat(name.Split('-', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(RepositoryPaths.Root, "firmware", "protocol", "link.yaml"));
        stream.Load(new Parser(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlNode node) => (YamlMappingNode)node;

    private static YamlMappingNode Map(YamlNode node, string key) => (YamlMappingNode)node[key];

    private static YamlSequenceNode List(YamlNode node, string key) => (YamlSequenceNode)node[key];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static long Number(YamlNode node, string key) => Number(node[key]);

    private static long Number(YamlNode node) => Text(node) is ['0', 'x', .. var hex]
        ? long.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : long.Parse(Text(node), CultureInfo.InvariantCulture);
}
