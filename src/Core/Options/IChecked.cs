using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Options;

/// <summary>Options whose keys must also agree with one another.</summary>
public interface IChecked
{
    /// <summary>
    /// Yields what is wrong across keys. Called only when every key on its own is valid; paths are
    /// relative to this object.
    /// </summary>
    IEnumerable<Problem> Check();
}
