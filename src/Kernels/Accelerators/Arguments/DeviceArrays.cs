using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// The devices of one layer in all replicas, [replicas x rows x outputs x devices per weight]. A weight's devices
/// belong to one thread. Twin on the CPU: HostDevices.
/// </summary>
internal readonly record struct DeviceArrays
{
    /// <summary>Law of each replica.</summary>
    public ArrayView<ReplicaLaw> Laws { get; init; }

    /// <summary>Curves of all laws.</summary>
    public ArrayView<long> Curves { get; init; }

    /// <summary>Nominal steps of all laws.</summary>
    public ArrayView<float> Steps { get; init; }

    /// <summary>Coefficients of the normal deviates.</summary>
    public ArrayView<float> Normals { get; init; }

    /// <summary>State of each device.</summary>
    public ArrayView<int> Codes { get; init; }

    /// <summary>Rising pulses fired at each.</summary>
    public ArrayView<int> Potentiation { get; init; }

    /// <summary>Falling pulses fired at each.</summary>
    public ArrayView<int> Depression { get; init; }

    /// <summary>Pulses refused by each.</summary>
    public ArrayView<int> Refused { get; init; }

    /// <summary>Gains and shapes of each; only where <see cref="HasOwn"/> is 1.</summary>
    public ArrayView<Device> Own { get; init; }

    /// <summary>Weight per unit of u of each; only where <see cref="HasWindows"/> is 1.</summary>
    public ArrayView<float> Scale { get; init; }

    /// <summary>Weight of each at the middle; only where <see cref="HasWindows"/> is 1.</summary>
    public ArrayView<float> Offset { get; init; }

    /// <summary>
    /// 1: devices of some replica have gains or shapes of their own; nominal ones stand for the others.
    /// </summary>
    public int HasOwn { get; init; }

    /// <summary>1: devices of some replica have windows of their own.</summary>
    public int HasWindows { get; init; }

    /// <summary>Weights of a replica.</summary>
    public int Cells { get; init; }

    /// <summary>Layer, from 0: which noise.</summary>
    public int Layer { get; init; }

    /// <summary>Which devices a pulse goes to.</summary>
    public WeightDevices Kind { get; init; }

    private int Parts => Kind == WeightDevices.Single ? 1 : 2;

    /// <summary>Fires one weight pulse.</summary>
    /// <returns>Whether any device took it.</returns>
    public bool Fire(int replica, int cell, bool rising)
    {
        var law = Laws[replica];
        var part = Kind is WeightDevices.Single or WeightDevices.Both || PlusMoves(law.Law, replica, cell, rising) ? 0 : 1;
        var last = Kind == WeightDevices.Both ? 1 : part;
        var fired = 0;
        for (; part <= last; part++) fired += FireDevice(law, replica, cell * Parts + part, RisesAt(part, rising));
        return fired > 0;
    }

    /// <summary>The step of a weight pulse as the nominal law has it, in weights.</summary>
    public float StepOf(int replica, int cell, bool rising)
    {
        var law = Laws[replica];
        var steps = new ViewTable<float>(Steps, law.Steps);
        var at = (replica * Cells + cell) * Parts;
        if (Kind == WeightDevices.Both) return WeightMath.StepOfBoth(steps, law.Law, Codes[at], Codes[at + 1], rising);
        var part = Kind == WeightDevices.Single || PlusMoves(law.Law, replica, cell, rising) ? 0 : 1;
        return WeightMath.Step(steps, law.Law, Codes[at + part], RisesAt(part, rising));
    }

    /// <summary>The weight that the devices stand for.</summary>
    public float Weight(int replica, int cell)
    {
        var law = Laws[replica];
        var plus = DeviceWeight(law, replica, cell * Parts);
        return Kind == WeightDevices.Single ? plus : plus - DeviceWeight(law, replica, cell * Parts + 1);
    }

    /// <summary>Standard normal deviate of an output in a read.</summary>
    public float ReadDeviate(ReplicaLaw law, ReadNumbers reads, int place, int output) =>
        Deviate(law, reads.Kind, output, (int)reads.Of(place));

    // The minus device moves against the weight, unless pulses only ever potentiate.
    private bool RisesAt(int part, bool rising) => part == 0 ? rising : Kind == WeightDevices.One || !rising;

    private bool PlusMoves(LawParameters law, int replica, int cell, bool rising)
    {
        if (Kind == WeightDevices.One) return rising;
        var at = (replica * Cells + cell) * Parts;
        return WeightMath.PlusIsBetter(law, Codes[at], Codes[at + 1], rising);
    }

    private int FireDevice(ReplicaLaw law, int replica, int device, bool rising)
    {
        var at = replica * Cells * Parts + device;
        var before = Potentiation[at] + Depression[at];
        var deviate = law.Law.Noise == NoiseKind.None ? 0f : Deviate(law, StreamKind.CycleNoise, device, before);
        var pulse = DeviceMath.Fire(
            new ViewTable<long>(Curves, law.Curves), law.Law, Codes[at], OwnOf(law, at), !rising, deviate, before);
        Codes[at] = pulse.Code;
        if (pulse.Fired == 0) Refused[at]++;
        else if (rising) Potentiation[at]++;
        else Depression[at]++;
        return pulse.Fired;
    }

    private float Deviate(ReplicaLaw law, StreamKind kind, int device, int number) => NormalDeviates.OfPulse(
        new RandomNumbers(law.Seed, kind, Layer), device, number, new ViewTable<float>(Normals, 0));

    private float DeviceWeight(ReplicaLaw law, int replica, int device)
    {
        var at = replica * Cells * Parts + device;
        var u = DeviceMath.Fraction(new ViewTable<long>(Curves, law.Curves), law.Law, Codes[at], OwnOf(law, at));
        if (law.Law.WriteSigma != 0f)
            u = DeviceMath.Seen(
                law.Law, u, Deviate(law, StreamKind.WriteNoise, device, Potentiation[at] + Depression[at]));
        return DeviceMath.Weight(
            u, law.Law.Middle, HasWindows == 1 ? Scale[at] : law.Law.Scale, HasWindows == 1 ? Offset[at] : 0f);
    }

    private Device OwnOf(ReplicaLaw law, int at) => HasOwn == 1 ? Own[at] : law.Nominal;
}
