using System.Runtime.ExceptionServices;

namespace CrossbarSim.Simulator.Runs;

/// <summary>Several things at once, with the errors of one after another.</summary>
internal static class InParallel
{
    /// <summary>Does something with each number from 0.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="threads">How many at once.</param>
    /// <param name="work">What to do.</param>
    public static void Run(int count, int threads, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
        catch (AggregateException failures)
        {
            // A full disk is a full disk, however many found out at once.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
