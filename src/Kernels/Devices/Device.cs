namespace CrossbarSim.Kernels.Devices;

/// <summary>What one device has of its own.</summary>
/// <param name="UpGain">How far a rising pulse moves it, in 2^-16 of a nominal pulse.</param>
/// <param name="DownGain">How far a falling pulse moves it.</param>
/// <param name="UpShape">Place of its rising curve among the shapes, in 2^-16 of their distance.</param>
/// <param name="DownShape">Place of its falling curve.</param>
/// <param name="Budget">Pulses after which it refuses all further ones; 0: it is stuck.</param>
internal readonly record struct Device(int UpGain, int DownGain, int UpShape, int DownShape, int Budget)
{
    /// <summary>Gain of a direction.</summary>
    public int Gain(bool depression) => depression ? DownGain : UpGain;

    /// <summary>Shape of a direction's curve.</summary>
    public int Shape(bool depression) => depression ? DownShape : UpShape;
}
