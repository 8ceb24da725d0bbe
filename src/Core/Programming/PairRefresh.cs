using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;

namespace CrossbarSim.Core.Programming;

/// <summary>
/// Refresh of the differential pairs of one layer, whose devices only rise and so saturate: where one of a pair stands
/// high, both are reset to gmin, and the weight that they stood for is set again on one of them.
/// </summary>
/// <remarks>
/// In double precision on the host, so that every backend gives the same. The controller knows the nominal law: it fires as
/// many pulses as bring a nominal device nearest to the difference; gains, shapes, windows and cycle-to-cycle noise act.
/// After I. Boybat et al., Nat. Commun. 9 (2018) 2514, doi:10.1038/s41467-018-04933-y, and S. R. Nandakumar et al., Front.
/// Neurosci. 14 (2020) 406, doi:10.3389/fnins.2020.00406.
/// </remarks>
public sealed class PairRefresh
{
    private readonly WeightMapping _mapping;
    private readonly ReferenceArray _array;
    private readonly int _pairs;
    private readonly double _above;

    /// <summary>Prepares the pairs of a layer.</summary>
    /// <param name="mapping">The nominal device and a mapping with refresh.</param>
    /// <param name="pairs">Number of pairs.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <exception cref="ArgumentException">The mapping has no refresh.</exception>
    public PairRefresh(WeightMapping mapping, int pairs, ulong seed, int layer)
    {
        _above = mapping.Options.Refresh?.Above ?? throw new ArgumentException("a mapping without refresh", nameof(mapping));
        (_mapping, _pairs) = (mapping, pairs);
        _array = new ReferenceArray(mapping, pairs, seed, layer, keepsLaws: false);
    }

    /// <summary>Refreshes what stands high.</summary>
    /// <param name="state">The state of the layer; not changed.</param>
    /// <returns>The state afterwards, with its accounts and accumulators; its weights are those of the devices.</returns>
    public LayerState Apply(LayerState state)
    {
        _array.Devices.Write(state);
        for (var pair = 0; pair < _pairs; pair++)
            if (IsHigh(2 * pair) || IsHigh(2 * pair + 1)) Refresh(pair);
        var after = _array.Devices.Read();
        after.Accumulators = state.Accumulators;
        return after;
    }

    private bool IsHigh(int device) => _array.Devices.Fraction(device) > _above;

    private void Refresh(int pair)
    {
        var (devices, wanted) = (_array.Devices, _array.Weight(pair));
        devices.Reset(2 * pair);
        devices.Reset(2 * pair + 1);

        // Where the low ends differ, or a device is stuck, the pair stands for something even now.
        var missing = wanted - _array.Weight(pair);
        var device = missing > 0 ? 2 * pair : 2 * pair + 1;
        var pulses = _mapping.NearestFraction(Math.Min(1, Math.Abs(missing) / _mapping.Wmax));
        for (var fired = 0; fired < pulses; fired++) devices.Fire(device, rising: true);
    }
}
