namespace CrossbarSim.Experiments.Sweeps.Conditions;

/// <summary>What a part of a condition is.</summary>
internal enum TokenKind
{
    /// <summary>A number, with or without unit.</summary>
    Number,

    /// <summary>A word in quotation marks.</summary>
    Word,

    /// <summary>A key of the experiment, or and, or, not.</summary>
    Key,

    /// <summary>An operator or a parenthesis.</summary>
    Sign,
}
