using CrossbarSim.Core.Randomness;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>Which random numbers the trains of a mini-batch take at one layer.</summary>
/// <param name="Laws">Seed of each replica.</param>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="FirstSample">Training samples of the run before the first of the batch.</param>
internal readonly record struct TrainNumbers(ArrayView<ReplicaLaw> Laws, int Layer, uint FirstSample)
{
    /// <summary>The numbers of a replica's lines.</summary>
    public RandomNumbers Stream(int replica, StreamKind kind) => new(Laws[replica].Seed, kind, Layer);
}
