namespace CrossbarSim.Kernels.Host;

/// <summary>The nominal step of every weight in both directions, kept because looking it up costs more than the rule.</summary>
internal sealed class StepPlanes
{
    private readonly HostDevices _devices;

    /// <param name="rows">Layout.</param>
    /// <param name="devices">The devices.</param>
    public StepPlanes(PaddedRows rows, HostDevices devices)
    {
        _devices = devices;
        (Falling, Rising) = (rows.Zeros<float>(), rows.Zeros<float>());
        for (var cell = 0; cell < rows.Cells; cell++) Renew(rows.Place(cell));
    }

    /// <summary>Of a falling pulse, [rows x stride].</summary>
    public Aligned<float> Falling { get; }

    /// <summary>Of a rising pulse, [rows x stride].</summary>
    public Aligned<float> Rising { get; }

    /// <summary>Takes the steps of a weight that was pulsed.</summary>
    public void Renew(int at)
    {
        Falling.At(at) = _devices.StepOf(at, rising: false);
        Rising.At(at) = _devices.StepOf(at, rising: true);
    }
}
