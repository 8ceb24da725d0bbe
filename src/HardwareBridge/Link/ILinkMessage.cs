namespace CrossbarSim.HardwareBridge.Link;

/// <summary>A payload of the protocol. Its fields have the names and the order of firmware/protocol/link.yaml.</summary>
/// <typeparam name="TSelf">The message itself.</typeparam>
public interface ILinkMessage<TSelf>
    where TSelf : class, ILinkMessage<TSelf>
{
    /// <summary>Writes all fields.</summary>
    void Write(PayloadWriter writer);

    /// <summary>Reads all fields; the caller asks whether the payload was whole.</summary>
    static abstract TSelf Read(ref PayloadReader reader);
}
