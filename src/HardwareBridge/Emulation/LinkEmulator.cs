using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>
/// A board that speaks the link protocol byte for byte, as the firmware does, with simulated devices. Frames go in, frames
/// come out; <see cref="EmulatorServer"/> puts it behind a port. Mutable; safe from any thread.
/// </summary>
public sealed class LinkEmulator
{
    private readonly EmulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private EmulatedBoot _boot;
    private uint _boots;

    /// <summary>Switches a board on.</summary>
    /// <param name="options">What it is.</param>
    /// <param name="time">The clock.</param>
    public LinkEmulator(EmulatorOptions options, TimeProvider time)
    {
        (_options, _time, Array) = (options, time, new SimulatedArray(options));
        _boot = Boot();
    }

    /// <summary>The devices, and every pulse that was really fired at them.</summary>
    public SimulatedArray Array { get; }

    /// <summary>Nonce of this boot.</summary>
    public ushort Nonce => _boot.Nonce;

    /// <summary>Switches it off and on: limits, waveforms and totals are gone, the devices stay as they are.</summary>
    public void Reboot()
    {
        lock (_gate) _boot = Boot();
    }

    /// <summary>What abort bytes do.</summary>
    public void Abort()
    {
        lock (_gate) _boot.Abort();
    }

    /// <summary>Ends the next pulse command early.</summary>
    /// <param name="pulses">Pulses that it still fires.</param>
    /// <param name="stop">What it then says.</param>
    public void CutNext(int pulses, PulseStop stop)
    {
        lock (_gate) _boot.CutNext(pulses, stop);
    }

    /// <summary>Says that a frame was dropped because it was damaged.</summary>
    public void CountBad(int frames)
    {
        lock (_gate) _boot.CountBad(frames);
    }

    /// <summary>Lets the watchdog look at the clock.</summary>
    public void Tick()
    {
        lock (_gate) _boot.Tick();
    }

    /// <summary>Takes a frame.</summary>
    /// <param name="request">A valid one.</param>
    /// <returns>The answer.</returns>
    public LinkFrame Accept(LinkFrame request)
    {
        lock (_gate) return _boot.Accept(request);
    }

    // Drawn for every boot; 0 is what hello says before anybody knows it.
    private EmulatedBoot Boot()
    {
        var word = new RandomNumbers(_options.Seed, StreamKind.Emulation, 1).Words(_boots++).W0;
        var nonce = (ushort)(word % ushort.MaxValue + 1);
        return new EmulatedBoot(_options, Array, nonce, _time);
    }
}
