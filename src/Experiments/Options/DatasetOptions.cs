using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Experiments.Options;

/// <summary>Which samples, and in which order they are visited.</summary>
public sealed record DatasetOptions
{
    /// <summary>digits (embedded), or the folder of an IDX data set such as mnist.</summary>
    [Description("digits (embedded, synthetic), or the name of a folder of IDX files such as mnist or fashion-mnist.")]
    public required string Name { get; init; }

    /// <summary>How many training samples: the first n of the file; all where absent.</summary>
    [Description("Training samples: the first n of the file; all of them where absent.")]
    [Range(1, 10_000_000)]
    public int? TrainSamples { get; init; }

    /// <summary>How many test samples: the first n of the file; all where absent.</summary>
    [Description("Test samples: the first n of the file; all of them where absent.")]
    [Range(1, 10_000_000)]
    public int? TestSamples { get; init; }

    /// <summary>How many samples are held out of the end of the training set, after train_samples is applied.</summary>
    [Description("Samples held out of the end of the training set: never trained on, and what the best epoch is chosen by.")]
    [Range(0, 10_000_000)]
    public int Validation { get; init; }

    /// <summary>Width and height in pixels to which pictures are shrunk by area; as stored where absent.</summary>
    [Description("Width and height, in pixels, to which pictures are shrunk by area averaging; as stored where absent.")]
    [Range(1, 256)]
    public int? Size { get; init; }

    /// <summary>Whether each epoch has an order of its own.</summary>
    [Description("Whether each epoch visits the training samples in a new random order.")]
    public bool Shuffle { get; init; } = true;

    /// <summary>Seed of the order; runs with the same order_seed see the same mini-batches.</summary>
    [Description("Seed of the order of samples: runs with the same order_seed see the same mini-batches.")]
    public ulong OrderSeed { get; init; }
}
