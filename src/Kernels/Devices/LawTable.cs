using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Kernels.Devices;

/// <summary>The law of one kind of device, tabulated: what every backend computes with.</summary>
internal sealed class LawTable
{
    private static readonly bool[] Directions = [false, true];

    private readonly ShapeGrid? _upShapes;
    private readonly ShapeGrid? _downShapes;

    /// <summary>Tabulates a law.</summary>
    /// <param name="mapping">The nominal device and its weights.</param>
    public LawTable(WeightMapping mapping)
    {
        var (device, law) = (mapping.Device, mapping.Law);
        List<long> values = [];
        _upShapes = Shapes(device, depression: false, law.Potentiation);
        _downShapes = law.IsOneCurve ? _upShapes : Shapes(device, depression: true, law.Depression);
        var upTable = Append(values, law.Potentiation, _upShapes);
        var downTable = law.IsOneCurve ? upTable : Append(values, law.Depression, _downShapes);
        Values = [.. values];
        Parameters = new LawParameters
        {
            Up = upTable,
            Down = downTable,
            OneCurve = law.IsOneCurve ? 1 : 0,
            Linear = IsLinear(law) ? 1 : 0,
            Whole = mapping.HasPositions ? 0 : 1,
            Noise = Noise(device.Variation?.C2c),
            Sigma = (float)(device.Variation?.C2c?.Sigma ?? 0),
            WriteSigma = (float)(device.Variation?.Write?.Sigma ?? 0),
            ReadSigma = (float)mapping.ReadDeviation,
            Middle = CurveTable.Integer(mapping.Middle),
            Scale = (float)Math.ScaleB(mapping.Scale, -LawParameters.FractionBits),
        };
        var steps = new NominalSteps(mapping);
        Granularity = (float)steps.Granularity;
        Steps = [.. Branches(law).SelectMany(depression => Directions.SelectMany(rising => steps.Of(depression, rising)))
            .Select(step => (float)step)];
    }

    /// <summary>The law as numbers.</summary>
    public LawParameters Parameters { get; }

    /// <summary>Its curves.</summary>
    public long[] Values { get; }

    /// <summary>
    /// How far a pulse moves the weight of a nominal device: for each branch (one, or rising then falling) falling steps
    /// at P = 0 .. N, then rising steps.
    /// </summary>
    public float[] Steps { get; }

    /// <summary>Its step in the middle of the window.</summary>
    public float Granularity { get; }

    /// <summary>Places of a device's own curves among the shapes.</summary>
    public (int Up, int Down) ShapeOf(double up, double down) => (_upShapes?.Place(up) ?? 0, _downShapes?.Place(down) ?? 0);

    private static IEnumerable<bool> Branches(ConductanceLaw law) => law.IsOneCurve ? [false] : [false, true];

    private static ShapeGrid? Shapes(DeviceOptions device, bool depression, LawBranch nominal)
    {
        if (device.Variation?.D2d?.Shape is not { } spread) return null;
        var (low, high) = DevicePopulation.ShapeRange(spread, device.ShapeValue(depression));
        return new ShapeGrid(device.ShapedBranches(depression), low, high, nominal.Pulses << CurveTable.SubBits(nominal));
    }

    private static BranchTable Append(List<long> values, LawBranch branch, ShapeGrid? shapes)
    {
        var (offset, subBits) = (values.Count, CurveTable.SubBits(branch));
        foreach (var curve in shapes?.Branches ?? [branch]) values.AddRange(CurveTable.Entries(curve, subBits));
        var table = new BranchTable(
            offset, branch.Pulses, subBits, shapes is null ? 0 : (branch.Pulses << subBits) + 1, values.Count);
        values.AddRange(CurveTable.Guesses(branch, subBits));
        return table;
    }

    private static bool IsLinear(ConductanceLaw law) =>
        law.Potentiation.Curve is LinearCurve && law.Depression.Curve is LinearCurve;

    private static NoiseKind Noise(CycleNoiseOptions? noise) => noise switch
    {
        null or { Sigma: 0 } => NoiseKind.None,
        { Of: NoiseReference.Window } => NoiseKind.Window,
        _ => NoiseKind.Step,
    };
}
