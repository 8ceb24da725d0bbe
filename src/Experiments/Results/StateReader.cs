using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>Reads the layers of a state file and compares each with what is expected.</summary>
internal sealed class StateReader(StateSource source, IReadOnlyList<StateLayer> layers)
{
    public IReadOnlyList<LayerState> Devices()
    {
        CheckLayerCount();
        return [.. layers.Select((layer, index) => new StateDevices(source, layer, index).Read(required: false))];
    }

    public StateSnapshot Checkpoint()
    {
        source.RequireGroup("/checkpoint", StateCodes.NoCheckpoint,
            "there is no checkpoint in it (group /checkpoint), so no run can go on from it; "
            + "`initial: { state: ... }` starts a new one with its counters");
        CheckFormat();
        CheckLayerCount();
        return new StateSnapshot(
            source.Attribute<ulong>("/", "seed"),
            Epoch(),
            [.. layers.Select((layer, index) => Whole(index))]);
    }

    private LayerState Whole(int index)
    {
        var devices = new StateDevices(source, layers[index], index);
        devices.CheckRange();
        var state = devices.Read(required: true).WithAccounts(devices.Accounts());
        devices.CheckStuck(state);
        state.Weights = Floats<double>(index, StateNames.Weights);
        state.Accumulators = Floats<float>(index, StateNames.Accumulators);
        state.Moments = Moments(index);
        return state;
    }

    private T[]? Floats<T>(int index, string name)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var path = $"{StateNames.Checkpoint(index)}/{name}";
        return source.Exists(path) ? source.Floats<T>(path, layers[index].WeightDimensions) : null;
    }

    private Moments? Moments(int index)
    {
        if (Floats<double>(index, StateNames.FirstMoments) is not { } first) return null;
        var group = StateNames.Checkpoint(index);
        var second = source.Floats<double>($"{group}/{StateNames.SecondMoments}", layers[index].WeightDimensions);
        if (second.Any(moment => moment < 0))
            throw source.Failure(StateCodes.Value, $"{group}/{StateNames.SecondMoments}: a mean of squares is below 0");
        var steps = source.Attribute<long>(group, StateNames.Steps);
        if (steps < 1) throw source.Failure(StateCodes.Value, $"{group}: {StateNames.Steps} {steps} is below 1");
        return new Moments(first, second, steps);
    }

    private int Epoch()
    {
        var epoch = source.Attribute<int>("/checkpoint", "epoch");
        return epoch >= 0
            ? epoch
            : throw source.Failure(StateCodes.Value, $"/checkpoint: epoch {epoch} is below 0");
    }

    private void CheckFormat()
    {
        var version = source.Attribute<int>("/", "format_version");
        if (version != StateFile.FormatVersion)
            throw source.Failure(StateCodes.OtherRun,
                $"its format_version is {version}; this program resumes from {StateFile.FormatVersion}");
    }

    private void CheckLayerCount()
    {
        if (source.Exists(StateNames.Layer(layers.Count)))
            throw source.Failure(StateCodes.Shape,
                $"{StateNames.Layer(layers.Count)} exists, but the network has {layers.Count} layers");
    }
}
