namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>Asks the process that has a port to stop.</summary>
public static class ProcessSignal
{
    private const int SignalInterrupt = 2;

    /// <summary>Does what Ctrl-C does.</summary>
    /// <param name="process">Its number; 0 is nobody.</param>
    /// <returns>Whether it was asked.</returns>
    public static bool Interrupt(int process) =>
        process > 0 && !OperatingSystem.IsWindows() && Posix.Kill(process, SignalInterrupt) == 0;
}
