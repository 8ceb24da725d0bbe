using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>Reads the layers of a state file and compares each with what is expected.</summary>
internal sealed class StateReader(StateSource source, IReadOnlyList<StateLayer> layers)
{
    public IReadOnlyList<LayerState> Counters()
    {
        CheckLayerCount();
        return [.. layers.Select((layer, index) => Counters(index))];
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

    private LayerState Counters(int index) => new(0)
    {
        Pulses = Integers(index, StateNames.Pulses, layers[index].Pulses),
        PotentiationPulses = new int[layers[index].Devices],
        DepressionPulses = new int[layers[index].Devices],
        RefusedPulses = new int[layers[index].Devices],
    };

    private LayerState Whole(int index)
    {
        CheckRange(index);
        return new LayerState(0)
        {
            Pulses = Integers(index, StateNames.Pulses, layers[index].Pulses),
            PotentiationPulses = Integers(index, StateNames.Potentiation, int.MaxValue),
            DepressionPulses = Integers(index, StateNames.Depression, int.MaxValue),
            RefusedPulses = Integers(index, StateNames.Refused, int.MaxValue),
            Weights = Floats(index, StateNames.Weights),
            Moments = Moments(index),
        };
    }

    private double[]? Floats(int index, string name)
    {
        var path = $"{StateNames.Checkpoint(index)}/{name}";
        return source.Exists(path) ? source.Doubles(path, layers[index].WeightDimensions) : null;
    }

    private Moments? Moments(int index)
    {
        if (Floats(index, StateNames.FirstMoments) is not { } first) return null;
        var group = StateNames.Checkpoint(index);
        var second = source.Doubles($"{group}/{StateNames.SecondMoments}", layers[index].WeightDimensions);
        if (second.Any(moment => moment < 0))
            throw source.Failure(StateCodes.Value, $"{group}/{StateNames.SecondMoments}: a mean of squares is below 0");
        var steps = source.Attribute<long>(group, StateNames.Steps);
        if (steps < 1) throw source.Failure(StateCodes.Value, $"{group}: {StateNames.Steps} {steps} is below 1");
        return new Moments(first, second, steps);
    }

    private int[] Integers(int index, string name, int largest)
    {
        var path = $"{StateNames.Layer(index)}/{name}";
        var values = source.Integers(path, layers[index].DeviceDimensions);
        for (var device = 0; device < values.Length; device++)
        {
            if (values[device] < 0 || values[device] > largest)
                throw source.Failure(StateCodes.Value,
                    $"{path}: {values[device]} at layer {index}, {layers[index].Place(device)} is outside 0 .. {largest}");
        }

        return [.. values.Select(value => (int)value)];
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

    private void CheckRange(int index)
    {
        var found = source.Attribute<int>(StateNames.Layer(index), StateNames.FullRange);
        if (found != layers[index].Pulses)
            throw source.Failure(StateCodes.OtherRun,
                $"{StateNames.Layer(index)}: its devices have {found} pulses from end to end, "
                + $"those of the experiment {layers[index].Pulses}");
    }
}
