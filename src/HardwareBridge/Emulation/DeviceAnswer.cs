using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>What a command came to on the board.</summary>
/// <param name="Payload">Of the acknowledgement; null: refused.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Value">As the reason says.</param>
internal readonly record struct DeviceAnswer(byte[]? Payload, NakReason Reason = default, uint Value = 0)
{
    /// <summary>An acknowledgement with nothing in it.</summary>
    public static DeviceAnswer Empty { get; } = new([]);

    /// <summary>An acknowledgement.</summary>
    public static DeviceAnswer Of<T>(T message)
        where T : class, ILinkMessage<T> => new(LinkPayload.Encode(message));

    /// <summary>A refusal.</summary>
    public static DeviceAnswer Nak(NakReason reason, uint value = 0) => new(null, reason, value);
}
