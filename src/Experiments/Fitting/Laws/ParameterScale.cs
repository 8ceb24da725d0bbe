namespace CrossbarSim.Experiments.Fitting.Laws;

/// <summary>In which coordinate the error of a parameter is about symmetric; its interval is taken there.</summary>
public enum ParameterScale
{
    /// <summary>The parameter itself.</summary>
    Linear,

    /// <summary>Its logarithm; the sign stays.</summary>
    Logarithmic,

    /// <summary>Its inverse, where infinity is as near as any number: curve constants.</summary>
    Reciprocal,
}
