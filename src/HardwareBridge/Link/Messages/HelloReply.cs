using System.Text;

namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>What a board answers to hello.</summary>
/// <param name="Firmware">Version of the firmware.</param>
/// <param name="Board">Name of the hardware layer, at most 8 ASCII characters.</param>
/// <param name="Serial">Serial number of the board.</param>
/// <param name="LastSeq">Last command that was done; 0 after a boot.</param>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
/// <param name="Capabilities">Bits, see <see cref="Core.Boards.BoardCapabilities"/>.</param>
/// <param name="UpTotal">Rising pulses since boot.</param>
/// <param name="DownTotal">Falling pulses since boot.</param>
/// <param name="Watchdog">Milliseconds.</param>
public sealed record HelloReply(
    ushort Firmware, string Board, uint Serial, ushort LastSeq, ushort Rows, ushort Columns, uint Capabilities,
    uint UpTotal, uint DownTotal, ushort Watchdog) : ILinkMessage<HelloReply>
{
    private const int NameBytes = 8;

    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U16(Firmware).Bytes(Encoding.ASCII.GetBytes(Board.PadRight(NameBytes, '\0')).AsSpan(0, NameBytes))
            .U32(Serial).U16(LastSeq).U16(Rows).U16(Columns).U32(Capabilities).U32(UpTotal).U32(DownTotal)
            .U16(Watchdog);

    /// <inheritdoc/>
    public static HelloReply Read(ref PayloadReader reader) =>
        new(
            reader.U16(), Encoding.ASCII.GetString(reader.Bytes(NameBytes)).TrimEnd('\0'), reader.U32(), reader.U16(),
            reader.U16(), reader.U16(), reader.U32(), reader.U32(), reader.U32(), reader.U16());
}
