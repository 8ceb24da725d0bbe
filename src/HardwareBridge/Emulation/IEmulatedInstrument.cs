namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>An instrument that takes lines of text, emulated byte for byte.</summary>
public interface IEmulatedInstrument
{
    /// <summary>The devices, and every pulse that was really fired at them.</summary>
    SimulatedArray Array { get; }

    /// <summary>Takes a line.</summary>
    /// <param name="line">Without its end.</param>
    /// <returns>The bytes that it answers; none where it is silent.</returns>
    byte[] Accept(string line);

    /// <summary>Switches it off and on; the devices stay as they are.</summary>
    void Reboot();
}
