using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>
/// <c>state.h5</c>: the devices of a run as an HDF5 file that h5py and MATLAB read, and its checkpoint.
/// </summary>
/// <remarks>
/// Each layer is a group <c>/layers/0</c>, <c>/layers/1</c>, ... of datasets [rows, columns], or
/// [rows, columns, 2] (plus, minus) for differential pairs; <c>position_q16</c> and <c>branch</c> are there where P
/// is not a device's whole state. What only resuming needs is under
/// <c>/checkpoint</c>. Datasets are contiguous and not compressed: the file is written every epoch.
/// </remarks>
public static class StateFile
{
    /// <summary>Version of the layout; raised when an older reader would misread the file.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes the state of a run, replacing what was there in one step.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="layers">The array of every layer.</param>
    /// <param name="snapshot">The state; one element per layer.</param>
    public static void Write(string path, IReadOnlyList<StateLayer> layers, StateSnapshot snapshot)
    {
        Check(layers, snapshot);
        var file = StateWriter.Build(layers, snapshot);
        AtomicFile.Write(path, stream => file.Write(stream));
    }

    /// <summary>Reads a state that a run of this program wrote, to go on from it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layers">The array that every layer must have.</param>
    /// <exception cref="DataFileException">The file is not such a state, or not of these arrays.</exception>
    public static StateSnapshot ReadCheckpoint(string path, IReadOnlyList<StateLayer> layers)
    {
        using var source = new StateSource(path);
        return new StateReader(source, layers).Checkpoint();
    }

    /// <summary>Reads the devices of a state that any program wrote, to start a new run with.</summary>
    /// <param name="path">
    /// The file: <c>/layers/0/pulses</c>, <c>/layers/1/pulses</c>, ..., and of devices that have more state than P,
    /// <c>branch</c> (else all are on the potentiation branch) and <c>position_q16</c> (else all stand at P) beside it.
    /// </param>
    /// <param name="layers">The array that every layer must have.</param>
    /// <returns>The devices of every layer; the accounts of a new run are zero.</returns>
    /// <exception cref="DataFileException">The file has no such devices.</exception>
    public static IReadOnlyList<LayerState> ReadDevices(string path, IReadOnlyList<StateLayer> layers)
    {
        using var source = new StateSource(path);
        return new StateReader(source, layers).Devices();
    }

    private static void Check(IReadOnlyList<StateLayer> layers, StateSnapshot snapshot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot.Epoch, nameof(snapshot));
        ArgumentOutOfRangeException.ThrowIfNotEqual(snapshot.Layers.Count, layers.Count, nameof(snapshot));
        foreach (var (layer, state) in layers.Zip(snapshot.Layers))
            ArgumentOutOfRangeException.ThrowIfNotEqual(state.Pulses.Length, layer.Devices, nameof(snapshot));
    }
}
