namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>Which devices of a weight a pulse goes to.</summary>
internal enum WeightDevices
{
    /// <summary>There is one.</summary>
    Single,

    /// <summary>Both of a pair, in opposite directions.</summary>
    Both,

    /// <summary>Plus for a rising weight, minus for a falling one; both potentiate.</summary>
    One,

    /// <summary>The one that is farther from its end.</summary>
    Better,
}
