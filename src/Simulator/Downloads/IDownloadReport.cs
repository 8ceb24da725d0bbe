namespace CrossbarSim.Simulator.Downloads;

/// <summary>Told how far a download is.</summary>
internal interface IDownloadReport
{
    /// <summary>Some bytes have come.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="done">Bytes on the disk.</param>
    /// <param name="total">Bytes there will be; null: the server does not say.</param>
    void Progress(string file, long done, long? total);

    /// <summary>Something that the user may want to know: a retry, another mirror.</summary>
    /// <param name="text">One line.</param>
    void Note(string text);
}
