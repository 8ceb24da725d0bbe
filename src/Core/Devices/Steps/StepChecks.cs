using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Steps;

/// <summary>What makes a direction of a step law impossible.</summary>
internal static class StepChecks
{
    /// <summary>Walks a direction and judges what it finds.</summary>
    /// <param name="branch">The direction.</param>
    /// <param name="most">Pulses after which it ends.</param>
    /// <returns>At most one problem, as seen from the direction.</returns>
    public static IEnumerable<Problem> Check(StepBranchOptions branch, int most)
    {
        if (branch.StopsAt() is < 1 and var stop)
        {
            yield return new Problem("CBS0221", "", FormattableString.Invariant(
                $"after {stop:P1} of the way through the window the step is 0, so that the device cannot cross it"));
            yield break;
        }

        var walk = branch.Walk(most);
        var (largest, left) = (walk.Covered.SkipLast(1).Max(branch.Move), 1 - walk.BeforeLast);
        if (largest > 1)
            yield return new Problem("CBS0220", "step", FormattableString.Invariant(
                $"a pulse would move {largest:G4} windows: at most 1 is possible"));
        else if (left > largest + StepLaw.EndDistance)
            yield return new Problem("CBS0206", "step", FormattableString.Invariant(
                $"before the last of {walk.Pulses} pulses of step {branch.Step} {left:P1} of the window is left: ")
                + "it would jump there; give a larger step or more pulses");
    }

    /// <summary>Judges the outermost devices of a spread.</summary>
    /// <param name="branch">A direction that is sound.</param>
    /// <param name="key">Key of its shape parameter.</param>
    /// <param name="spread">How it spreads.</param>
    /// <returns>At most one problem, as seen from the device.</returns>
    public static IEnumerable<Problem> CheckSpread(StepBranchOptions branch, string key, SpreadOptions spread)
    {
        var nominal = branch.ShapeValue(key);
        if (nominal == 0) yield break;
        var (low, high) = DevicePopulation.ShapeRange(spread, nominal);
        foreach (var factor in new[] { low, high })
        {
            if (branch.Shaped(key, nominal * factor).StopsAt() is not (< 1 and var stop)) continue;
            yield return new Problem("CBS0222", $"variation.d2d.{key}", FormattableString.Invariant(
                $"with {factor:G3} times the nominal {key}, which some devices would have, the step is 0 after {stop:P1} of the ")
                + "way through the window");
            yield break;
        }
    }
}
