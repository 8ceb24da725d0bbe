using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Simulator.Images;

/// <summary>From picture files to framed digits.</summary>
internal static class PictureReader
{
    /// <summary>Reads and frames one picture.</summary>
    /// <param name="path">A PNG, BMP or JPEG file.</param>
    /// <param name="ink">Which is the ink.</param>
    /// <exception cref="DataFileException">The file cannot be read, or has no ink (CBS0601 to CBS0605).</exception>
    public static FramedDigit Read(string path, Ink ink)
    {
        try
        {
            return DigitFramer.Frame(ImageFile.Read(path, ink), ink);
        }
        catch (ConfigurationException e)
        {
            throw new DataFileException(e.Problems[0].Code, path, null, e.Problems[0].Message, e);
        }
    }

    /// <summary>Reads several pictures side by side.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="ink">Which is the ink.</param>
    /// <param name="threads">Threads, and so pictures in memory, at most.</param>
    /// <returns>In the order of the files: the digit, or what is wrong with the file.</returns>
    public static IReadOnlyList<ReadPicture> ReadAll(IReadOnlyList<string> paths, Ink ink, int threads)
    {
        var pictures = new ReadPicture[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            try
            {
                pictures[i] = new ReadPicture(paths[i], Read(paths[i], ink), null);
            }
            catch (DataFileException e)
            {
                pictures[i] = new ReadPicture(paths[i], null, e);
            }
        });
        return pictures;
    }
}
