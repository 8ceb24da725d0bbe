namespace CrossbarSim.Experiments.Datasets.Idx;

/// <summary>The content of an IDX file of pictures.</summary>
/// <param name="Count">Number of pictures.</param>
/// <param name="Rows">Rows of a picture.</param>
/// <param name="Columns">Pixels per row.</param>
/// <param name="Pixels">Pixels, [Count x Rows x Columns].</param>
internal sealed record IdxImages(int Count, int Rows, int Columns, ReadOnlyMemory<byte> Pixels);
