using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>Valid state files.</summary>
internal static class StateSamples
{
    /// <summary>The bytes of a state file.</summary>
    /// <param name="arrays">Its layers.</param>
    /// <param name="weights">Whether the checkpoint holds float weights.</param>
    public static byte[] Write(IReadOnlyList<StateLayer> arrays, bool weights)
    {
        var file = Path.GetTempFileName();
        try
        {
            StateFile.Write(file, arrays, new StateSnapshot(1, 3, [.. arrays.Select(array => new LayerState(array.Devices)
            {
                Weights = weights ? new double[array.Shape.Weights] : null,
            })]));
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
